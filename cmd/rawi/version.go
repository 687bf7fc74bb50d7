package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
)

// release is the version that a release was built as; see .goreleaser.yaml. Other
// builds leave it empty.
var release string

// unversioned is the version of a program whose build recorded none.
const unversioned = "(devel)"

// version is the version of the running program: that of the release, that of the
// module, as "go install rawi/cmd/rawi@version" records it, or the commit it was
// built from, with "+dirty" where files had changed since.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return versionOf(release, info)
}

func versionOf(release string, info *debug.BuildInfo) string {
	recorded := info.Main.Version
	if recorded == unversioned {
		recorded = ""
	}
	return cmp.Or(release, recorded, commitOf(info.Settings), unversioned)
}

// commitOf is the commit among a build's settings, "" where none is recorded.
func commitOf(settings []debug.BuildSetting) string {
	const short = 12 // digits, as many as Go's own pseudo-versions have
	var commit, dirty string
	for _, s := range settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value[:min(short, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			dirty = "+dirty"
		}
	}
	if commit == "" {
		return ""
	}
	return commit + dirty
}

// versionLine is what --version prints.
func versionLine(version string) string {
	return fmt.Sprintf("rawi %s %s/%s %s\n", version, runtime.GOOS, runtime.GOARCH, runtime.Version())
}
