package pdf

import (
	"bytes"

	"github.com/klauspost/compress/zlib"
)

// deflater compresses streams on several goroutines and hands them back in the
// order in which they came in. At most a few are under way, so that memory stays
// small.
type deflater struct {
	work  chan *deflateJob
	queue []*deflateJob
	depth int
	done  func(*deflateJob) error
}

// deflateJob is one stream on its way.
type deflateJob struct {
	number int
	dict   dict
	data   []byte
	packed bytes.Buffer
	err    error
	ready  chan struct{}
}

// newDeflater starts the workers. done is called with each finished job, in order,
// by whoever calls add or wait.
func newDeflater(level, workers int, done func(*deflateJob) error) (*deflater, error) {
	if _, err := zlib.NewWriterLevel(nil, level); err != nil {
		return nil, err
	}
	d := &deflater{work: make(chan *deflateJob, 4*workers), depth: 4 * workers, done: done}
	for range workers {
		go d.deflate(level)
	}
	return d, nil
}

func (d *deflater) deflate(level int) {
	w, _ := zlib.NewWriterLevel(nil, level) // the level was tried before
	for job := range d.work {
		w.Reset(&job.packed)
		_, job.err = w.Write(job.data)
		if err := w.Close(); job.err == nil {
			job.err = err
		}
		close(job.ready)
	}
}

// add gives a stream to the workers. data must not change before the job is done.
func (d *deflater) add(number int, dict dict, data []byte) error {
	if len(d.queue) >= d.depth {
		if err := d.finishFirst(); err != nil {
			return err
		}
	}
	job := &deflateJob{number: number, dict: dict, data: data, ready: make(chan struct{})}
	d.queue = append(d.queue, job)
	d.work <- job
	return nil
}

func (d *deflater) finishFirst() error {
	job := d.queue[0]
	d.queue = d.queue[1:]
	<-job.ready
	if job.err != nil {
		return job.err
	}
	return d.done(job)
}

// wait finishes what is under way.
func (d *deflater) wait() error {
	for len(d.queue) > 0 {
		if err := d.finishFirst(); err != nil {
			return err
		}
	}
	return nil
}

// stop ends the workers.
func (d *deflater) stop() { close(d.work) }
