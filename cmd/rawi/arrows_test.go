package main

import (
	"os/exec"
	"strings"
	"testing"
)

// arrows says which of our own packages each may import; a name ending in
// "/..." stands for all below it. A package that is not listed fails the test.
var arrows = map[string][]string{
	"cmd/rawi":                {"ui", "ui/config", "ui/doctor", "ui/l10n", "ui/marks", "ui/pace", "ui/paint", "ui/shelf", "ui/table", "ui/taste", "ui/terminal", "model/..."},
	"cmd/picture":             {},
	"cmd/keys":                {"cmd/internal/screentest", "ui/l10n", "model/..."},
	"cmd/train":               {"model/..."},
	"cmd/internal/screentest": {"ui/l10n"},
	"ui":                      {"ui/...", "model", "model/arabic", "model/printable", "bidi", "bidi/layout"},
	"ui/room":                 {"ui/paint", "ui/picker", "ui/l10n", "ui/theme", "model", "model/arabic"},
	"ui/parties":              {"ui/room", "ui/picker", "ui/l10n", "model"},
	"ui/review":               {"ui/room", "ui/parties", "ui/cmdline", "ui/l10n", "model"},
	"ui/words":                {"ui/room", "ui/parties", "ui/l10n", "ui/theme", "model"},
	"ui/take":                 {"ui/room", "ui/l10n", "ui/terminal", "model", "model/printable"},
	"ui/search":               {"ui/room", "ui/picker", "ui/l10n", "ui/theme", "model", "model/arabic"},
	"ui/history":              {"ui/room", "ui/paint", "ui/picker", "ui/l10n", "ui/theme", "model"},
	"ui/links":                {"ui/room", "ui/paint", "ui/picker", "ui/l10n", "ui/theme"},
	"ui/marks":                {"ui/room", "ui/paint", "ui/l10n", "ui/theme", "model", "model/arabic"},
	"ui/shelf":                {"ui/room", "ui/paint", "ui/picker", "ui/l10n", "ui/theme", "model", "model/arabic"},
	"ui/rows":                 {"ui/room", "ui/paint", "ui/reader", "ui/roster", "ui/l10n", "ui/theme", "model"},
	"ui/doctor":               {"ui/terminal", "ui/paint", "ui/theme", "ui/l10n", "bidi", "bidi/layout"},
	"ui/listen":               {"ui/terminal"},
	"ui/keep":                 {"model"},
	"ui/pace":                 {"ui/terminal"},
	"ui/keys":                 {"ui/l10n"},
	"ui/cmdline":              {"ui/l10n", "model/arabic"},
	"ui/reader":               {"ui/paint", "ui/theme", "bidi", "bidi/layout", "model"},
	"ui/roster":               {"ui/paint", "ui/theme", "bidi", "bidi/layout", "model"},
	"ui/picker":               {"ui/paint", "ui/theme", "model", "model/arabic"},
	"ui/paint":                {"model/printable", "bidi", "bidi/layout", "ui/theme", "ui/terminal"},
	"ui/config":               {"ui/l10n", "ui/take", "ui/taste", "ui/terminal", "model/printable"},
	"ui/taste":                {"ui/l10n", "ui/theme"},
	"ui/table":                {"bidi", "bidi/layout", "ui/paint", "ui/theme"},
	"ui/terminal":             {},
	"ui/theme":                {},
	"ui/l10n":                 {"model"},
	"model":                   {"model/arabic"},
	"model/arabic":            {},
	"model/printable":         {},
	"model/ingest":            {"model", "model/arabic", "model/ingest/page"},
	"model/ingest/page":       {"model", "model/arabic"},
	"model/report":            {"model", "model/export", "model/printable"},
	"model/stream":            {"model", "model/ingest", "model/export", "model/printable"},
	"model/fetch":             {},
	"model/detect/table":      {},
	"model/detect/rule":       {},
	"model/detect/learn":      {"model/detect/table"},
	"model/detect/corpus":     {"model", "model/detect/table"},
	"model/detect/gold":       {"model", "model/ingest"},
	"model/detect/score":      {"model", "model/detect/gold"},
	"model/detect/lexicon":    {"model", "model/detect/table"},
	"model/detect/token":      {"model", "model/arabic", "model/detect/lexicon"},
	"model/detect/marks":      {"model", "model/detect/token"},
	"model/detect/cue":        {"model/detect/lexicon", "model/detect/rule", "model/detect/token"},
	"model/detect/mention":    {"model/detect/rule", "model", "model/arabic", "model/detect/learn", "model/detect/lexicon", "model/detect/corpus", "model/detect/token", "model/detect/marks", "model/detect/cue"},
	"model/detect/party":      {"model/detect/rule", "model", "model/arabic", "model/detect/learn", "model/detect/corpus", "model/detect/lexicon", "model/detect/token", "model/detect/mention"},
	"model/detect/speech":     {"model/detect/rule", "model", "model/arabic", "model/detect/learn", "model/detect/corpus", "model/detect/lexicon", "model/detect/token", "model/detect/marks", "model/detect/cue", "model/detect/mention", "model/detect/party"},
	"model/detect":            {"model/detect/rule", "model", "model/arabic", "model/detect/learn", "model/detect/lexicon", "model/detect/token", "model/detect/marks", "model/detect/cue", "model/detect/mention", "model/detect/party", "model/detect/speech"},
	"model/detect/train":      {"model", "model/detect", "model/detect/gold", "model/detect/score", "model/detect/learn", "model/detect/lexicon", "model/detect/token", "model/detect/mention", "model/detect/party", "model/detect/speech"},
	"model/store":             {"model", "model/arabic"},
	"model/corrected":         {"model"},
	"model/agree":             {"model", "model/printable"},
	"model/store/pgtest":      {}, // for tests
	"model/export":            {"model/printable", "model", "model/arabic"},
	"bidi":                    {"bidi/internal/marks", "bidi/internal/ucd"},
	"bidi/shape":              {"bidi/internal/marks", "bidi/internal/ucd"},
	"bidi/internal/marks":     {},
	"bidi/layout":             {"bidi", "bidi/shape", "bidi/internal/..."},
	"bidi/internal/ucd":       {},
	"bidi/internal/linebreak": {},
	"bidi/internal/width":     {},

	"model/detect/lexicon/wordlist": {"model", "model/arabic", "model/detect/lexicon"}, // for the generator and tests
	"model/detect/corpus/counts":    {"model", "model/arabic", "model/detect/corpus"},  // for cmd/train and tests
	"model/detect/gold/goldtest":    {},                                                // for tests
}

// generator ends the name of what go generate runs, which is no part of the
// program.
const generator = "/gen"

// screens may import Bubble Tea.
var screens = map[string]bool{"ui": true, "ui/keys": true, "ui/pace": true, "cmd/rawi": true}

// TestArrows asks the go command who imports whom.
func TestArrows(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "rawi/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		imports := strings.Fields(line)
		from := strings.TrimPrefix(imports[0], "rawi/")
		if strings.HasSuffix(from, generator) {
			continue
		}
		seen++
		allowed, known := arrows[from]
		if !known {
			t.Errorf("%s is not a room of the house; add it to the arrows or move it", from)
		}
		for _, to := range imports[1:] {
			if own, ok := strings.CutPrefix(to, "rawi/"); ok && !allows(allowed, own) {
				t.Errorf("%s may not import %s", from, own)
			}
			if strings.HasPrefix(to, "charm.land/bubbletea") && !screens[from] {
				t.Errorf("%s imports Bubble Tea, which only ui and cmd may", from)
			}
			if strings.HasPrefix(to, "github.com/charmbracelet/ultraviolet") {
				t.Errorf("%s imports ultraviolet, which has no stable interface", from)
			}
		}
	}
	if seen != len(arrows) {
		t.Errorf("go list knows %d packages, the arrows %d", seen, len(arrows))
	}
}

func allows(allowed []string, to string) bool {
	for _, a := range allowed {
		if dir, below := strings.CutSuffix(a, "/..."); to == a || below && (to == dir || strings.HasPrefix(to, dir+"/")) {
			return true
		}
	}
	return false
}
