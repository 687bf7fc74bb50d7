package table

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// made is a table of the entries.
func made(t testing.TB, entries map[string]string) Table {
	t.Helper()
	data, err := Make(entries)
	if err != nil {
		t.Fatal(err)
	}
	table, err := Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestFind(t *testing.T) {
	for _, size := range []int{0, 1, 2, 3, 100, 20_000} {
		entries := map[string]string{}
		for i := range size {
			entries[fmt.Sprintf("كلمة %d", i)] = strings.Repeat("x", i%300)
		}
		table := made(t, entries)
		for key, want := range entries {
			if got, ok := table.Find(key); !ok || got != want {
				t.Fatalf("of %d entries %q has %q, %v, want %q", size, key, got, ok, want)
			}
		}
		for i := range 1000 {
			if key := fmt.Sprintf("كلمة %d-", i); table.Has(key) {
				t.Fatalf("of %d entries %q is found, which is none", size, key)
			}
		}
	}
}

// TestEmptyKeyAndValue: an empty string is a key as any other.
func TestEmptyKeyAndValue(t *testing.T) {
	if made(t, nil).Has("") || (Table{}).Has("") {
		t.Error("an empty table has the empty key")
	}
	if got, ok := made(t, map[string]string{"": "v", "k": ""}).Find(""); got != "v" || !ok {
		t.Errorf("the empty key has %q, %v", got, ok)
	}
}

// TestNested: a table is a value too.
func TestNested(t *testing.T) {
	inner, err := Make(map[string]string{"ا": "1"})
	if err != nil {
		t.Fatal(err)
	}
	data, _ := made(t, map[string]string{"inner": string(inner), "ا": "2"}).Find("inner")
	table, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := table.Find("ا"); got != "1" {
		t.Errorf("the inner table has %q", got)
	}
}

func TestMakeIsDeterministic(t *testing.T) {
	entries := map[string]string{}
	for i := range 1000 {
		entries[fmt.Sprint(i)] = fmt.Sprint(i * i)
	}
	one, _ := Make(entries)
	two, _ := Make(entries)
	if !bytes.Equal(one, two) {
		t.Error("the same entries give other bytes")
	}
}

func TestMakeTooLarge(t *testing.T) {
	if _, err := Make(map[string]string{"k": strings.Repeat("x", 17<<20)}); err == nil {
		t.Error("17 MB are laid out in 24 bits")
	}
}

func TestOpenMalformed(t *testing.T) {
	data, _ := Make(map[string]string{"k": "v"})
	for _, bad := range []string{"", "abc", "\x04\x00\x00\x00", "\xff\xff\xff\xff", string(data[:8])} {
		if _, err := Open(bad); !errors.Is(err, ErrMalformed) {
			t.Errorf("%q opens as a table: %v", bad, err)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	entries, keys := map[string]string{}, []string{}
	for i := range 16_000 {
		key := fmt.Sprintf("كلمة%d", i*7919)
		entries[key] = "twelve bytes"
		keys = append(keys, key, key[2:])
	}
	table := made(b, entries)
	b.Run("table", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			table.Find(keys[i%len(keys)])
		}
	})
	b.Run("map", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			_ = entries[keys[i%len(keys)]]
		}
	})
}
