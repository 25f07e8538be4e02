//go:build unix

package main

import (
	"os"
	"syscall"
)

// lockFolder waits until no other run puts files into a folder or clears it up, and
// keeps others waiting until unlock is called. Where the folder cannot be locked,
// it does nothing.
func lockFolder(dir string) (unlock func()) {
	f, err := os.Open(dir)
	if err != nil {
		return func() {}
	}
	for syscall.Flock(int(f.Fd()), syscall.LOCK_EX) == syscall.EINTR {
	}
	return func() { f.Close() }
}

// hold marks a new file as one that a run is writing, until it is closed. It
// reports false if another run has taken the file away meanwhile.
func hold(f *os.File) bool {
	if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == syscall.EWOULDBLOCK {
		return false
	}
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(f.Name())
	return err == nil && os.SameFile(mine, there)
}

// free readies a file for its new name: on these systems an open one can have it.
func free(*os.File) {}

// isAbandoned reports whether no run holds a file.
func isAbandoned(name string, _ os.FileInfo) bool {
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK|syscall.O_NOFOLLOW, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}

// umask returns the permissions that new files do not get.
func umask() os.FileMode {
	mask := syscall.Umask(0)
	syscall.Umask(mask)
	return os.FileMode(mask)
}
