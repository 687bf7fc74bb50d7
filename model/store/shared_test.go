package store

import (
	"flag"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"

	"rawi/model/store/pgtest"
)

// forBoth is the tests that every library passes, in whatever database it is. By themselves
// they run on SQLite.
var forBoth = []struct {
	name string
	test func(*testing.T)
}{
	{"ArticleComesBackWhole", TestArticleComesBackWhole},
	{"KeepIsIdempotent", TestKeepIsIdempotent},
	{"OneTextFromTwoSources", TestOneTextFromTwoSources},
	{"FactsAreReplaced", TestFactsAreReplaced},
	{"UnknownFacts", TestUnknownFacts},
	{"DamagedLinks", TestDamagedLinks},
	{"InputIsKept", TestInputIsKept},
	{"KeepRefusesAWrongHash", TestKeepRefusesAWrongHash},
	{"DecisionComesBackWhole", TestDecisionComesBackWhole},
	{"GoldenDecisions", TestGoldenDecisions},
	{"BytesThatAreNoText", TestBytesThatAreNoText},
	{"AppendIsIdempotent", TestAppendIsIdempotent},
	{"AppendIsAllOrNothing", TestAppendIsAllOrNothing},
	{"UnknownArticle", TestUnknownArticle},
	{"Places", TestPlaces},
	{"People", TestPeople},
	{"TwoLibrariesOnOneFile", TestTwoLibrariesOnOneFile},
	{"Check", TestCheck},
	{"RebuildChangesNothing", TestRebuildChangesNothing},
	{"Import", TestImport},
	{"TextsOfOneSource", TestTextsOfOneSource},
	{"PeopleOfTheLibrary", TestPeopleOfTheLibrary},
	{"NamingsAreKept", TestNamingsAreKept},
	{"TallyOfMergedLibraries", TestTallyOfMergedLibraries},
	{"Pages", TestPages},
	{"Feeds", TestFeeds},
	{"Shelf", TestShelf},
	{"ProcessesAppendTogether", TestProcessesAppendTogether},
	{"TenWriters", TestTenWriters},
	{"TwoClocks", TestTwoClocks},
	{"Copy", TestCopy},
	{"CopyIntoAFullLibrary", TestCopyIntoAFullLibrary},
	{"Said", TestSaid},
	{"Freshness", TestFreshness},
	{"Find", TestFind},
	{"Shelved", TestShelved},
	{"Bookmarks", TestBookmarks},
	{"ListFaults", TestListFaults},
}

func TestShared(t *testing.T) {
	pgtest.Get(t)
	for _, test := range forBoth {
		t.Run(test.name, test.test)
	}
}

// newLibrary is where a test's library will be: on the server for the tests of [TestShared], in
// a new folder for all others.
func newLibrary(t testing.TB) string {
	t.Helper()
	if strings.HasPrefix(t.Name(), "TestShared/") || *onServer {
		return newShared(t)
	}
	return filepath.Join(t.TempDir(), "data")
}

var onServer = flag.Bool("on-server", false, "benchmarks are of shared libraries")

var schemas atomic.Int64 // that were made

// newShared is the address of a new library, each in a schema of its own.
func newShared(t testing.TB) string {
	t.Helper()
	address := pgtest.Get(t).Address(pgtest.Superuser, "postgres", fmt.Sprintf("search_path=rawi%d", schemas.Add(1)))
	if made, err := Init(address); err != nil || !made {
		t.Fatalf("Init: made %v, %v", made, err)
	}
	return address
}

// A library goes from a folder to a server and back, and is the same.
func TestCopyBothWays(t *testing.T) {
	address := newShared(t)
	from, shared := full(t), reopen(t, address)
	back, _ := library(t)
	for _, step := range []struct{ from, to *Library }{{from, shared}, {shared, back}} {
		if n, err := Copy(step.from, step.to); err != nil || n.Decisions != 121 {
			t.Fatalf("copied %+v, %v", n, err)
		}
	}
	want := contents(t, from)
	for _, l := range []*Library{shared, back} {
		if got := contents(t, l); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", l.Name(), got, want)
		}
	}
}
