package listen

import "rawi/ui/terminal"

// AnswerCollector collects the answers of a terminal. The zero value has none.
type AnswerCollector struct {
	Answers terminal.Answers
	sized   bool // the question of text sizing was asked
}

// SizeQuestion is the questions that only terminals of some profiles get, once; ""
// for none. They write on the screen.
func (c *AnswerCollector) SizeQuestion(p terminal.Profile) string {
	if c.sized || !p.Sizable() {
		return ""
	}
	c.sized = true
	return terminal.FontQuestion + terminal.SizeQuestion
}

// CursorAt takes in the cursor's column, from 0: the answer to the question of
// text sizing. It reports whether that was asked, and all is answered now.
func (c *AnswerCollector) CursorAt(column int) (last bool) {
	c.Answers.Sized = c.sized && column == 2
	return c.sized
}
