package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rawi/model"
	"rawi/model/store/pgtest"
)

// What only a shared library does.

// TestServerNeverForgets tries on a server what no login may do there.
func TestServerNeverForgets(t *testing.T) {
	l := reopen(t, newShared(t))
	a := article(t, l, "نص")
	must(t, l.Append(on(a.ID, decision("1"), decision("2"))...))
	for _, attack := range []string{
		"DELETE FROM event", "UPDATE event SET body = ''", "TRUNCATE event", "TRUNCATE article CASCADE; TRUNCATE event CASCADE",
		"INSERT INTO event (id, article, author, body) VALUES ('1', '', '', '') ON CONFLICT (id) DO UPDATE SET body = ''",
		"INSERT INTO event (seq, id, article, author, body) VALUES (1, '1', '', '', '')",
	} {
		_, err := l.db.Exec(attack)
		if as, failed := l.Events(); failed != nil || len(as) != 2 {
			t.Errorf("after %s (%v): %d decisions, %v", attack, err, len(as), failed)
		}
	}
}

// A number that a program chooses by itself does not count.
func TestNumbersAreGivenByTheServer(t *testing.T) {
	l := reopen(t, newShared(t))
	for i := range 3 {
		_, err := l.db.Exec("INSERT INTO event (seq, id, article, author, body) VALUES (?, ?, '', '', '')", 10-i, fmt.Sprint(i))
		must(t, err)
	}
	var all string
	must(t, l.db.QueryRow("SELECT string_agg(id || '=' || seq, ' ' ORDER BY seq) FROM event").Scan(&all))
	if all != "0=1 1=2 2=3" {
		t.Errorf("numbers %s", all)
	}
}

// Who has caught up never misses what another transaction, which began before, commits later.
func TestNobodyMissesALateCommit(t *testing.T) {
	where := newShared(t)
	early, late, reader := reopen(t, where), reopen(t, where), reopen(t, where)
	a := article(t, early, "نص")
	tx, err := early.db.Begin()
	must(t, err)
	b := newBatch(early, tx)
	must(t, b.insert(on(a.ID, decision("early"))[0])) // has its number, and is not committed
	done := make(chan error)
	go func() { done <- late.Append(on(a.ID, decision("late"))...) }()
	_, seen, err := reader.Since(a.ID, 0)
	must(t, err)
	must(t, b.close())
	must(t, tx.Commit())
	must(t, <-done)
	added, _, err := reader.Since(a.ID, seen)
	must(t, err)
	if len(added) != 2 || added[0].ID != "early" || added[1].ID != "late" {
		t.Errorf("caught up with %v", added)
	}
}

// Each way in which a server can be wrong is told apart, in one sentence without a password.
func TestServerErrors(t *testing.T) {
	s := pgtest.Get(t)
	admin := s.Address(pgtest.Superuser, "postgres")
	runSQL(t, admin, "DROP ROLE IF EXISTS stranger; CREATE ROLE stranger LOGIN", "DROP ROLE IF EXISTS disabled; CREATE ROLE disabled NOLOGIN")
	made := newShared(t)
	schema := made[strings.Index(made, "search_path="):]
	older := newShared(t)
	runSQL(t, older, "UPDATE library SET version = version - 1")
	newer := newShared(t)
	runSQL(t, newer, "UPDATE library SET version = version + 1")
	for name, test := range map[string]struct {
		address string
		want    error
	}{
		"no such database":  {s.Address(pgtest.Superuser, "nowhere"), ErrNoBase},
		"no library in it":  {s.Address(pgtest.Superuser, "postgres", "search_path=nowhere"), ErrUnmade},
		"no rights":         {s.Address("stranger", "postgres", schema), ErrRights},
		"no login":          {s.Address("disabled", "postgres"), ErrLogin},
		"no such login":     {s.Address("nobody", "postgres"), ErrLogin},
		"no server":         {"postgres://u:secret@127.0.0.1:1/x", ErrAway},
		"no TLS":            {strings.Replace(made, "sslmode=disable", "sslmode=require", 1), ErrInsecure},
		"no address":        {"postgres://u:secret@[::1/x", ErrAddress},
		"no such TLS mode":  {"postgres://u:secret@127.0.0.1/x?sslmode=nonsense", ErrAddress},
		"an older library":  {older, ErrOlder},
		"a newer library":   {newer, ErrNewer},
		"several servers":   {"postgres://u:secret@127.0.0.1:1,127.0.0.1:2/x", ErrAway},
		"password in query": {"postgres://u@127.0.0.1:1/x?password=secret", ErrAway},
	} {
		_, err := Open(test.address)
		checkSentence(t, err, test.want, "the library postgres://")
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the password is said: %v", name, err)
		}
	}
}

// runSQL runs commands on a server.
func runSQL(t testing.TB, address string, commands ...string) {
	t.Helper()
	a, err := parseAddress(address)
	must(t, err)
	db := a.open()
	defer db.Close()
	for _, c := range commands {
		_, err := db.Exec(c)
		must(t, err)
	}
}

// A wrong password and a right one, as libpq's files and variables say them.
func TestPasswords(t *testing.T) {
	s := pgtest.Get(t)
	shared := newShared(t)
	runSQL(t, shared, "SET password_encryption = 'scram-sha-256'; DROP ROLE IF EXISTS guarded; CREATE ROLE "+pgtest.Guarded+" LOGIN PASSWORD 'the secret' IN ROLE rawi_reader")
	schema := shared[strings.Index(shared, "search_path="):]
	address := s.Address(pgtest.Guarded, "postgres", schema)
	passfile := filepath.Join(t.TempDir(), "pgpass")
	must(t, os.WriteFile(passfile, []byte("*:*:*:guarded:the secret\n"), 0o600))
	with := func(password string) string { return strings.Replace(address, "guarded@", "guarded:"+password+"@", 1) }
	for _, test := range []struct {
		name, address, variable, value string
		want                           error
	}{
		{"none", address, "", "", ErrLogin},
		{"wrong", with("wrong"), "", "", ErrLogin},
		{"in the address", with("the%20secret"), "", "", nil},
		{"PGPASSWORD", address, "PGPASSWORD", "the secret", nil},
		{"a file", address, "PGPASSFILE", passfile, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.variable != "" {
				t.Setenv(test.variable, test.value)
			}
			l, err := Open(test.address)
			if !errors.Is(err, test.want) || err != nil && (strings.Contains(err.Error(), "wrong") || strings.Contains(err.Error(), "secret")) {
				t.Fatalf("%v, want %v", err, test.want)
			}
			if err == nil {
				if strings.Contains(l.Name(), "secret") {
					t.Errorf("the library is called %s", l.Name())
				}
				must(t, l.Close())
			}
		})
	}
}

// The three roles, by what they may do.
func TestRoles(t *testing.T) {
	s := pgtest.Get(t)
	shared := newShared(t)
	schema := shared[strings.Index(shared, "search_path="):]
	a := article(t, reopen(t, shared), "نص")
	login := func(name, role string) *Library {
		runSQL(t, shared, "DROP ROLE IF EXISTS "+name+"; CREATE ROLE "+name+" LOGIN IN ROLE "+role)
		return reopen(t, s.Address(name, "postgres", schema))
	}
	reader, sara, omar, judge := login("reads", "rawi_reader"), login("sara", "rawi_annotator"), login("omar", "rawi_annotator"), login("judge", "rawi_adjudicator")
	by := func(author, id string) model.Annotation {
		d := on(a.ID, decision(id))[0]
		d.Author = author
		return d
	}
	for _, test := range []struct {
		name string
		do   error
		want error
	}{
		{"a reader decides", reader.Append(by("reads", "1")), ErrRights},
		{"a reader brings an article", reader.Keep(model.NewArticle("نص آخر", nil), 0), ErrReadOnly},
		{"an annotator decides", sara.Append(by("سارة", "2")), nil},
		{"an annotator brings an article", sara.Keep(model.NewArticle("نص آخر", nil), 0), nil},
		{"another decides", omar.Append(by("عمر", "3")), nil},
		{"another decides in her name", omar.Append(by("سارة", "4")), ErrRights},
		{"an adjudicator decides", judge.Append(by("الحكم", "5")), nil},
		{"an adjudicator brings her decision", judge.Append(by("سارة", "6")), nil},
		{"she decides after that", sara.Append(by("سارة", "7")), nil},
	} {
		if !errors.Is(test.do, test.want) {
			t.Errorf("%s: %v, want %v", test.name, test.do, test.want)
		}
	}
	for _, l := range []*Library{reader, sara, omar, judge} {
		if got := ids(t, l, a.ID); got != "2 3 5 6 7" {
			t.Errorf("decisions %q", got)
		}
		if f := wrong(t, l); len(f) > 0 {
			t.Errorf("faults %q", f)
		}
		if _, err := l.People(); err != nil {
			t.Error(err)
		}
		for _, attack := range []string{"DELETE FROM event", "UPDATE event SET body = ''", "TRUNCATE event", "DROP TABLE event", "ALTER TABLE event DISABLE TRIGGER ALL", "DROP TRIGGER event_keeps ON event"} {
			if _, err := l.db.Exec(attack); err == nil {
				t.Errorf("%s was allowed", attack)
			}
		}
	}
}

// Each login has places of its own.
func TestPlacesAreTheReadersOwn(t *testing.T) {
	s := pgtest.Get(t)
	shared := newShared(t)
	schema := shared[strings.Index(shared, "search_path="):]
	mine := reopen(t, shared)
	a, b := article(t, mine, "نص طويل"), article(t, mine, "نص آخر طويل")
	runSQL(t, shared, "DROP ROLE IF EXISTS huda; CREATE ROLE huda LOGIN IN ROLE rawi_annotator")
	hers := reopen(t, s.Address("huda", "postgres", schema))
	must(t, mine.SetPlace(a.ID, 3, 0))
	must(t, hers.SetPlace(a.ID, 5, 0))
	must(t, hers.SetPlace(b.ID, 1, 0))
	if place, err := mine.Place(a.ID); place != 3 || err != nil {
		t.Errorf("place %d, %v", place, err)
	}
	if last, err := mine.Last(); last != a.ID || err != nil {
		t.Errorf("last %s, %v", last, err)
	}
	if last, err := hers.Last(); last != b.ID || err != nil {
		t.Errorf("her last %s, %v", last, err)
	}
}

// What PostgreSQL cannot hold is refused in a sentence.
func TestNamesThatAreNoText(t *testing.T) {
	l := reopen(t, newShared(t))
	a := article(t, l, "نص")
	bad := on(a.ID, decision("1"))
	bad[0].Name = "الو\x00زير"
	checkSentence(t, l.Append(bad...), ErrNoText, l.Name())
	must(t, l.Append(on(a.ID, decision("2"))...))
}

// A trigger that somebody took away is a fault, and comes back.
func TestGuardsAreWatched(t *testing.T) {
	where := newShared(t)
	l := reopen(t, where)
	_, err := l.db.Exec("ALTER TABLE event DISABLE TRIGGER event_keeps")
	must(t, err)
	if f := wrong(t, l); len(f) != 1 || !strings.Contains(f[0], "event_keeps") {
		t.Errorf("faults %q", f)
	}
	if made, err := Init(where); made || err != nil {
		t.Errorf("made %v, %v", made, err)
	}
	if f := wrong(t, l); len(f) > 0 {
		t.Errorf("faults %q", f)
	}
}

// The SQL that is printed makes what Init makes.
func TestInitSQL(t *testing.T) {
	address := pgtest.Get(t).Address(pgtest.Superuser, "postgres", "search_path=by_hand")
	commands, err := InitSQL(address)
	must(t, err)
	runSQL(t, address, commands)
	l := reopen(t, address)
	a := article(t, l, "نص")
	must(t, l.Append(on(a.ID, decision("1"))...))
	if f := wrong(t, l); len(f) > 0 {
		t.Errorf("faults %q", f)
	}
	if made, err := Init(address); made || err != nil {
		t.Errorf("Init after that: made %v, %v", made, err)
	}
}

// An open window hears of what another decides, and not of what it decides itself.
func TestAwait(t *testing.T) {
	where := newShared(t)
	a := article(t, reopen(t, where), "نص")
	other := article(t, reopen(t, where), "نص آخر")
	session := func(shows *model.Article) *Session {
		s := NewSession(where)
		s.Show(shows)
		_, err := s.History()
		must(t, err)
		t.Cleanup(func() { _ = s.Close() })
		return s
	}
	one, two, elsewhere := session(a), session(a), session(other)
	heard := make(chan error)
	go func() { heard <- one.Await() }()
	must(t, one.Save(on(a.ID, decision("own"))))
	must(t, elsewhere.Save(on(other.ID, decision("elsewhere"))))
	must(t, two.Save(on(a.ID, decision("theirs"))))
	began := time.Now()
	must(t, <-heard)
	t.Logf("heard after %v", time.Since(began))
	history, err := one.History()
	must(t, err)
	if len(history) != 2 {
		t.Errorf("%d decisions", len(history))
	}
	go func() { heard <- one.Await() }()
	must(t, one.Close())
	if err := <-heard; err == nil {
		t.Error("a closed session heard something")
	}
	if err := NewSession(t.TempDir()).Await(); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("a folder: %v", err)
	}
}

// Every migration after the first shared one is for both databases.
func TestMigrationsAreShared(t *testing.T) {
	begun := false
	for i, m := range schema {
		if begun && m.server == "" {
			t.Errorf("the migration to version %d has no half for PostgreSQL: see CONTRIBUTING", i+1)
		}
		begun = begun || m.server != ""
	}
}

// An older copy of the database is brought back while a window is open: what the window knows is
// added to it.
func TestSessionOverAnOlderCopy(t *testing.T) {
	where := newShared(t)
	s := NewSession(where)
	defer s.Close()
	a := model.NewArticle("نص", nil)
	s.Show(a)
	must(t, s.Save(on(a.ID, decision("1"), decision("2"))))
	l := reopen(t, where)
	bringBackEmpty(t, l)
	must(t, s.Save(on(a.ID, decision("3"))))
	if got := ids(t, l, a.ID); got != "1 2 3" {
		t.Errorf("decisions %q", got)
	}
	if c := s.Change(); c.Kind != Replaced || c.Added != 2 {
		t.Errorf("the reader is told %+v", c)
	}
	if f := wrong(t, l); len(f) > 0 {
		t.Errorf("faults %q", f)
	}
}

// Who may not decide in others' names brings back his own decisions.
func TestOlderCopyForAnAnnotator(t *testing.T) {
	where := newShared(t)
	runSQL(t, where, "DROP ROLE IF EXISTS leila; CREATE ROLE leila LOGIN IN ROLE rawi_annotator")
	l := reopen(t, where)
	a := article(t, l, "نص")
	must(t, l.Append(on(a.ID, decision("others"))...))
	s := NewSession(pgtest.Get(t).Address("leila", "postgres", where[strings.Index(where, "search_path="):]))
	defer s.Close()
	s.Show(a)
	_, err := s.History()
	must(t, err)
	runSQL(t, where, "INSERT INTO author VALUES ('قارئ', 'rawi_test')")
	by := func(id string) []model.Annotation {
		d := on(a.ID, decision(id))
		d[0].Author = "ليلى"
		return d
	}
	must(t, s.Save(by("1")))
	bringBackEmpty(t, l)
	must(t, s.Save(by("2")))
	if got := ids(t, l, a.ID); got != "1 2" {
		t.Errorf("decisions %q", got)
	}
}

// bringBackEmpty puts an older copy of a library without decisions in its place.
func bringBackEmpty(t *testing.T, l *Library) {
	t.Helper()
	_, err := l.db.Exec("ALTER TABLE event DISABLE TRIGGER USER; DELETE FROM event; DELETE FROM tally; DELETE FROM use; DELETE FROM naming; DELETE FROM stale; ALTER TABLE event ENABLE TRIGGER USER")
	must(t, err)
}

// A session that begins without its server has the library as soon as that is there.
func TestSessionBeforeItsServer(t *testing.T) {
	server := pgtest.New(t)
	where := server.Address(pgtest.Superuser, "postgres")
	_, err := Init(where)
	must(t, err)
	must(t, server.Kill())
	s := NewSession(where)
	defer s.Close()
	a := model.NewArticle("نص", nil)
	s.Show(a)
	if history, err := s.History(); err != nil || len(history) > 0 || !errors.Is(s.Absent(), ErrAway) {
		t.Errorf("history %v, %v; absent %v", history, err, s.Absent())
	}
	if err := s.Save(on(a.ID, decision("1"))); !errors.Is(err, ErrAway) {
		t.Errorf("saved: %v", err)
	}
	must(t, server.Start())
	for err = ErrAway; errors.Is(err, ErrAway); {
		err = s.Save(on(a.ID, decision("1")))
	}
	must(t, err)
	if s.Absent() != nil || s.Change().Kind != Opened {
		t.Errorf("absent %v", s.Absent())
	}
	if got := ids(t, reopen(t, where), a.ID); got != "1" {
		t.Errorf("decisions %q", got)
	}
}

// What may be shown of an address.
func TestPublicName(t *testing.T) {
	for address, want := range map[string]string{
		"postgres://u:p@h/d":                  "postgres://u@h/d",
		"postgres://u:p@h:1/d?password=x&a=b": "postgres://u@h:1/d?a=b",
		"postgres:///d?sslpassword=x":         "postgres:///d",
		"postgresql://u:p/p@h/d":              "postgresql://…@h/d",
		"postgres://u:p@h:1,i:2/d?password=x": "postgres://u@h:1,i:2/d",
		"postgres://u:p%zz@h/d":               "postgres://…@h/d",
		"postgres://[":                        "postgres://…",
		"postgres://h/d?a=%zz&password=x":     "postgres://h/d",
		"/home/u:p@h":                         "/home/u:p@h",
	} {
		if got := PublicName(address); got != want {
			t.Errorf("%s is shown as %s, want %s", address, got, want)
		}
	}
	if _, err := Open("host=h password=secret"); !errors.Is(err, ErrAddress) || strings.Contains(err.Error(), "secret") {
		t.Errorf("keywords: %v", err)
	}
}
