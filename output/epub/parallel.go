package epub

import (
	"runtime"

	"golang.org/x/sync/errgroup"
)

// parallel calls f for 0 to n-1 on all cores and returns the error of the lowest
// number, so that it does not depend on the order of work.
func parallel(n int, f func(i int) error) error {
	errs := make([]error, n)
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		group.Go(func() error {
			errs[i] = f(i)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
