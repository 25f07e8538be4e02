//go:build unix

package main

import (
	"os"
	"syscall"
)

// lockFolder opens a folder and reports whether no other run is writing into it.
// The file is nil if the folder cannot be opened.
func lockFolder(dir string) (lock *os.File, alone bool) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, false
	}
	return f, syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}

// shareFolder tells other runs that this one is writing into the folder, until
// the file is closed.
func shareFolder(lock *os.File) {
	if lock != nil {
		syscall.Flock(int(lock.Fd()), syscall.LOCK_SH|syscall.LOCK_NB)
	}
}

// umask returns the permissions that new files do not get.
func umask() os.FileMode {
	mask := syscall.Umask(0)
	syscall.Umask(mask)
	return os.FileMode(mask)
}
