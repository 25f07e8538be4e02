//go:build !unix

package main

import "os"

// lockFolder reports that no other run is writing into a folder: systems without
// flock do not let an open file be removed.
func lockFolder(string) (lock *os.File, alone bool) { return nil, true }

func shareFolder(*os.File) {}

func umask() os.FileMode { return 0 }
