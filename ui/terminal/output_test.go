package terminal

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSize(t *testing.T) {
	const even, odd = "\x1b]66;w=1:h=1;", "\x1b]66;w=1:h=2;"
	tests := []struct{ name, in, want string }{
		{"nothing marked", "ab\x1b[1mب\u064e\r\n", "ab\x1b[1mب\u064e\r\n"},
		{"fences stay", "ب\u200e", "ب\u200e"},
		{"neighbours", "ب\u200fا\u061c", even + "ب\a" + odd + "ا\a"},
		{"marks stay with their letter", "ب\u064e\u0651\u061c", odd + "ب\u064e\u0651\a"},
		{"plain text around", "a(ب\u200f) b", "a(" + even + "ب\a) b"},
		{"after a sequence", "\x1b[1;3Hب\u200f\x1b[m", "\x1b[1;3H" + even + "ب\a\x1b[m"},
		{"broken bytes", "\xffب\u200f\xfe", "\xff" + even + "ب\a\xfe"},
		{"no cell", "\u200f\u061c", ""},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		if got := string(Size([]byte(tt.in))); got != tt.want {
			t.Errorf("%s: %+q, want %+q", tt.name, got, tt.want)
		}
	}
}

func TestOutput(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	in := []byte("aب\u200f")
	if n, err := (Output{f}).Write(in); n != len(in) || err != nil {
		t.Errorf("%d of %d bytes, %v", n, len(in), err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(f.Name()); string(got) != "a\x1b]66;w=1:h=1;ب\a" {
		t.Errorf("%+q", got)
	}
	if _, err := (Output{f}).Write(in); err == nil {
		t.Error("a closed file takes bytes")
	}
}
