package pgtest

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// immediate ends a server without any ceremony.
const immediate = syscall.SIGQUIT

// nobody is who runs the server where the tests run as root, which PostgreSQL refuses.
func nobody() (uid, gid uint32, needed bool) {
	if os.Getuid() != 0 {
		return 0, 0, false
	}
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := user.Lookup(name); err == nil {
			uid, _ := strconv.ParseUint(u.Uid, 10, 32)
			gid, _ := strconv.ParseUint(u.Gid, 10, 32)
			return uint32(uid), uint32(gid), true
		}
	}
	return 65534, 65534, true
}

// own gives a folder or a file to who runs the server.
func own(path string) error {
	uid, gid, needed := nobody()
	if !needed {
		return nil
	}
	return os.Chown(path, int(uid), int(gid))
}

// unprivileged lets a program run as who runs the server, and end with this one.
func unprivileged(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: immediate}
	if uid, gid, needed := nobody(); needed {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: uid, Gid: gid}
	}
}

// run starts a program and closes ended when it is gone. The thread that starts it must live on:
// its end is what the signal of SysProcAttr is sent for.
func run(cmd *exec.Cmd, ended chan struct{}) error {
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait()
			close(ended)
		}
	}()
	return <-started
}

// Kill ends the server and all its processes with a kill -9, as a machine does that fails: only
// those of its own folder.
func (s *Server) Kill() error {
	pid, err := os.ReadFile(filepath.Join(s.data, "postmaster.pid"))
	if err != nil {
		return err
	}
	postmaster, err := strconv.Atoi(strings.TrimSpace(strings.SplitN(string(pid), "\n", 2)[0]))
	if err != nil {
		return err
	}
	workers, err := children(postmaster)
	if err != nil {
		return err
	}
	for _, p := range append([]int{postmaster}, workers...) {
		if err := syscall.Kill(p, syscall.SIGKILL); err != nil && err != syscall.ESRCH {
			return err
		}
	}
	<-s.ended
	return nil
}

// children is the processes that a process has started.
func children(parent int) (found []int, err error) {
	files, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", parent))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		list, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for _, word := range strings.Fields(string(list)) {
			pid, err := strconv.Atoi(word)
			if err != nil {
				return nil, err
			}
			found = append(found, pid)
		}
	}
	return found, nil
}
