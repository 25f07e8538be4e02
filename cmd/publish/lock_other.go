//go:build !unix

package main

import (
	"os"
	"time"
)

// lockFolder does nothing: systems without flock lock no folders.
func lockFolder(string) (unlock func()) { return func() {} }

// hold does nothing: an open file cannot be removed here.
func hold(*os.File) bool { return true }

// free readies a file for its new name: here an open one cannot have it.
func free(f *os.File) { f.Close() }

// isAbandoned reports whether a file is older than any run lasts. A file that is
// being written cannot be removed in any case.
func isAbandoned(_ string, info os.FileInfo) bool { return time.Since(info.ModTime()) > time.Hour }

func umask() os.FileMode { return 0 }
