package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"
)

// The digest is that of the canonical form, which the section 3.2 of RFC 8785
// shows, whatever the order, the white space and the escapes are.
func TestDigestIsOfWhatItSays(t *testing.T) {
	const want = `{"a":{"b":[1,2.50,true,null,"x"],"c":{}},"é":"\n\"\\/\u0001€😀","م":[]}`
	first, _, err := CutSealed([]byte(want))
	if err != nil || string(first) != want {
		t.Fatalf("%s, %v", first, err)
	}
	sum := digestOf(t, want)
	for _, same := range []string{
		" {\n\t\"م\" : [ ] , \"é\":\"\\u000a\\u0022\\u005C\\/\\u0001\\u20AC\\uD83D\\uDE00\", \"a\": { \"c\":{ }, \"b\" :[1 ,2.50,true,null,\"x\"]}\r\n}  ",
		`{"م":[],"digest":"` + sum.String() + `","\u0061":{"c":{},"\u0062":[1,2.50,true,null,"x"]},"é":"\n\"\\\u002f\u0001€😀"}`,
	} {
		if got := digestOf(t, same); got != sum {
			t.Errorf("%s has another digest", same)
		}
	}
	for _, other := range []string{
		`{"a":{"b":[1,2.50,true,null,"x"],"c":{}},"é":"\n\"\\/\u0001€😀","م":{}}`,
		`{"a":{"b":[1,2.5,true,null,"x"],"c":{}},"é":"\n\"\\/\u0001€😀","م":[]}`,
		`{"a":{"b":[2.50,1,true,null,"x"],"c":{}},"é":"\n\"\\/\u0001€😀","م":[]}`,
		`{"a":{"b":[1,2.50,true,null,"x"],"c":{}},"é":"\n\"\\/\u0001€😀","م":[],"new":0}`,
	} {
		if digestOf(t, other) == sum {
			t.Errorf("%s has the same digest", other)
		}
	}
	for _, none := range []string{"", "{", "[]", "7", `{"a"}`, `{"a":}`, `{"a":1,}`, `{"a":01}`, `{"a":"` + "\n" + `"}`, `{"a":1 "b":2}`, `{"a":[1,]}`,
		`{"a":tru}`, `{"a":"\x"}`, "{\"a\":\"\xff\"}", `{"a":1,"a":2}`, `{"digest":"1","digest":"1"}`, `{"digest":"00"}`, `{"digest":7}`} {
		if _, _, err := CutSealed([]byte(none)); err == nil {
			t.Errorf("%s is taken", none)
		}
	}
}

// digestOf is the digest of an object, whether it carries it or not.
func digestOf(t *testing.T, object string) Digest {
	t.Helper()
	s, _, err := digested([]byte(object))
	if err != nil {
		t.Fatalf("%s: %v", object, err)
	}
	if _, err := s.check(); err != nil {
		t.Fatalf("%s: %v", object, err)
	}
	return s.digest
}

// No bit of a sealed decision can change without being noticed, except for the case
// of letters in escapes, which say the same.
func TestEveryBitIsCovered(t *testing.T) {
	a := sealedSample()
	a.Text = "سطر\nوسطر \u2028 \x01"
	object, _, err := a.Sealed()
	if err != nil {
		t.Fatal(err)
	}
	for i := range object {
		for bit := range 8 {
			changed := bytes.Clone(object)
			changed[i] ^= 1 << bit
			if b, d, err := ParseAnnotation(changed); err == nil && d != (Digest{}) && b != a {
				t.Fatalf("%s is taken for %s", changed, object)
			}
		}
	}
}

// What a newer rawi adds is covered too, and one digest is not two decisions'.
func TestSeal(t *testing.T) {
	sealed, d, err := Seal([]byte(`{"id":"1","mood":{"z":1,"a":[]}}`))
	if err != nil {
		t.Fatal(err)
	}
	if _, got, err := CutSealed(sealed); got != d || err != nil {
		t.Errorf("%v, %v, want %v", got, err, d)
	}
	if _, _, err := CutSealed(bytes.Replace(sealed, []byte(`"z":1`), []byte(`"z":2`), 1)); !errors.Is(err, ErrDigest) {
		t.Errorf("a changed member: %v", err)
	}
	if _, _, err := Seal(sealed); err == nil {
		t.Error("sealed twice")
	}
	if empty, _, err := Seal([]byte("{}")); err != nil || !json.Valid(empty) {
		t.Errorf("%s, %v", empty, err)
	}
}

// FuzzCutSealed holds that the canonical form is one: JSON that says the same as
// the input, and its own canonical form; and that what is sealed is found whole.
func FuzzCutSealed(f *testing.F) {
	f.Add([]byte(`{"b":[1,{"a":null}],"a":"\u0000\ud800é"} x`))
	f.Add([]byte(`{"id":"a","digest":"00"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, rest, err := digested(data)
		if err != nil {
			return
		}
		object := data[:len(data)-len(rest)]
		var before, after map[string]any
		if err := json.Unmarshal(object, &before); err != nil {
			if !strings.Contains(err.Error(), "cannot unmarshal number") {
				t.Fatalf("%s is no JSON: %v", object, err)
			}
			return
		}
		if err := json.Unmarshal(s.canonical, &after); err != nil {
			t.Fatalf("%s is no JSON: %v", s.canonical, err)
		}
		delete(before, "digest")
		x, _ := json.Marshal(before)
		y, _ := json.Marshal(after)
		again, _, err := digested(s.canonical)
		if err != nil || !bytes.Equal(x, y) || !bytes.Equal(again.canonical, s.canonical) {
			t.Fatalf("%s became %s became %s, %v", object, s.canonical, again.canonical, err)
		}
		sealed, d, err := Seal(s.canonical)
		if err != nil {
			t.Fatal(err)
		}
		if got, sum, err := CutSealed(append(sealed, rest...)); sum != d || err != nil || !bytes.Equal(got, sealed) {
			t.Fatalf("%s: %v", got, err)
		}
	})
}

// sealedSample is a decision as most are.
func sealedSample() Annotation {
	text := "وقال الوزير في مؤتمر صحفي أمس: «انتهت المفاوضات ولن تستأنف قبل نهاية الشهر القادم». وأضاف المتحدث أن الوفد عاد."
	at := strings.Index(text, "انتهت")
	return Annotation{ID: "EYNEFARRVGASHYLSGQ2WDSIWCL", Time: time.Date(2026, 11, 27, 21, 35, 48, 74583253, time.UTC), Author: "سعاد",
		Article: NewArticle(text, nil).ID, Deed: Assign, Anchor: NewAnchor(text, Span{at, strings.Index(text, "».")}),
		Party: "الوزير", Name: "الوزير", PartyKind: RoleOnly}
}

func BenchmarkSealed(b *testing.B) {
	a := sealedSample()
	for b.Loop() {
		if _, _, err := a.Sealed(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseAnnotation(b *testing.B) {
	a := sealedSample()
	object, _, err := a.Sealed()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, err := ParseAnnotation(object); err != nil {
			b.Fatal(err)
		}
	}
}
