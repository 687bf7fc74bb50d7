//go:build unix

package main

import (
	"encoding/json"
	"runtime/debug"
	"strings"
	"testing"
)

func TestVersionOf(t *testing.T) {
	commit := debug.BuildSetting{Key: "vcs.revision", Value: "f267fc7e7a4f58746a60574cdff9d5788d2533e0"}
	clean, dirty := debug.BuildSetting{Key: "vcs.modified", Value: "false"}, debug.BuildSetting{Key: "vcs.modified", Value: "true"}
	tests := []struct {
		name, release, module string
		settings              []debug.BuildSetting
		want                  string
	}{
		{"a release", "1.2.3", "v0.0.0-2026+dirty", nil, "1.2.3"},
		{"go install of a version", "", "v1.2.3", nil, "v1.2.3"},
		{"go build in a checkout", "", "v1.2.4-0.20261128012844-f267fc7e7a4f", []debug.BuildSetting{commit, clean}, "v1.2.4-0.20261128012844-f267fc7e7a4f"},
		{"a checkout without a version", "", "(devel)", []debug.BuildSetting{commit, clean}, "f267fc7e7a4f"},
		{"a changed checkout without a version", "", "(devel)", []debug.BuildSetting{commit, dirty}, "f267fc7e7a4f+dirty"},
		{"go run, a test or an archive", "", "(devel)", nil, "(devel)"},
		{"nothing recorded", "", "", nil, "(devel)"},
	}
	for _, test := range tests {
		info := &debug.BuildInfo{Main: debug.Module{Version: test.module}, Settings: test.settings}
		if got := versionOf(test.release, info); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// --version prints one line, and the doctor reports the same version.
func TestVersion(t *testing.T) {
	stdout, stderr, status := alone(t, "", "--version")
	words := strings.Fields(stdout)
	if status != 0 || stderr != "" || strings.Count(stdout, "\n") != 1 || len(words) < 2 || words[0] != "rawi" {
		t.Fatalf("status %d, stdout %q, stderr %q", status, stdout, stderr)
	}
	var report struct{ Version string }
	diagnosed, stderr, status := alone(t, "", "doctor", "--json")
	if err := json.Unmarshal([]byte(diagnosed), &report); err != nil || status != 0 {
		t.Fatalf("doctor --json: status %d, %v, stderr %q", status, err, stderr)
	}
	if report.Version != words[1] {
		t.Errorf("the doctor reports version %q, --version %q", report.Version, words[1])
	}
}
