package book

// Task says of an item of a list whether it is a task, and whether it is done.
type Task uint8

// No task, one to do, and one that is done.
const (
	NoTask Task = iota
	TaskOpen
	TaskDone
)

// Box returns the sign that stands for a task, "" for no task. The faces for text have
// both, unlike the ballot boxes of Unicode.
func (t Task) Box() string { return [...]string{"", "□", "■"}[t] }
