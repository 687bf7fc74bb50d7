package ui

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"rawi/ui/l10n"
)

// action is something that a key or a command does.
type action uint8

const (
	noAction action = iota
	nextQuote
	previousQuote
	nextUndecided
	changeOrder
	accept
	candidate
	nameSpeaker
	acceptRest
	acceptAbove
	notSpeech
	workTitle
	scare
	speech
	indirect
	goToQuote
	undo
	redo
	forward
	backward
	down
	up
	screenDown
	screenUp
	top
	bottom
	nextPane
	previousPane
	marks
	fold
	reload
	commandLine
	help
	suspend
	quit
	actionCount
)

// context is where a key has its meaning.
type context uint8

const (
	anywhere context = iota
	contextCount
)

// contexts are the headings under which the help lists the keys.
var contexts = [contextCount]l10n.Word{anywhere: l10n.Anywhere}

// binding is one row of the keyboard table.
type binding struct {
	action  action
	context context
	keys    []string // none for what only the command line does
	names   names
	help    l10n.Word
}

// names are what the command line calls an action, in any language of the
// interface.
type names [2]string

// keyboard is every key and every command there is. The Latin letter and the
// letter that the Arabic 101 layout puts on the same physical key stand side by
// side: the reader need not switch layouts. Left is forward, as Arabic runs. B
// is not used: under the Arabic layout it sends two letters.
var keyboard = []binding{
	{accept, anywhere, []string{"a", "ش"}, names{"قبول", "accept"}, l10n.Accept},
	{candidate, anywhere, digits, names{"مرشح", "candidate"}, l10n.Candidate},
	{nameSpeaker, anywhere, []string{"s", "س", "enter"}, names{"القائل", "speaker"}, l10n.NameSpeaker},
	{acceptRest, anywhere, []string{"y", "غ"}, names{"قبول الباقي", "accept rest"}, l10n.AcceptRest},
	{acceptAbove, anywhere, nil, names{"قبول ما فوق", "accept above"}, l10n.AcceptAbove},
	{notSpeech, anywhere, []string{"x", "ء"}, names{"ليس قولا", "not speech"}, l10n.NotSpeech},
	{workTitle, anywhere, []string{"t", "ف"}, names{"عنوان", "title"}, l10n.MarkTitle},
	{scare, anywhere, []string{"c", "ؤ"}, names{"تحفظ", "scare"}, l10n.MarkScare},
	{speech, anywhere, []string{"d", "ي"}, names{"قول مباشر", "speech"}, l10n.MarkSpeech},
	{indirect, anywhere, []string{"i", "ه"}, names{"قول غير مباشر", "indirect"}, l10n.MarkIndirect},
	{undo, anywhere, []string{"u", "ع"}, names{"تراجع", "undo"}, l10n.Undo},
	{redo, anywhere, []string{"r", "ق"}, names{"إعادة", "redo"}, l10n.Redo},

	{nextUndecided, anywhere, []string{"h", "ا"}, names{"غير المحسوم", "undecided"}, l10n.NextUndecided},
	{changeOrder, anywhere, []string{"o", "خ"}, names{"الترتيب", "order"}, l10n.ChangeOrder},
	{nextQuote, anywhere, []string{"j", "ت"}, names{"التالي", "next"}, l10n.NextQuote},
	{previousQuote, anywhere, []string{"k", "ن"}, names{"السابق", "previous"}, l10n.PreviousQuote},
	{goToQuote, anywhere, nil, names{"اذهب", "go"}, l10n.GoToQuote},
	{forward, anywhere, []string{"left", "n", "ى"}, names{"الأمام", "forward"}, l10n.Forward},
	{backward, anywhere, []string{"right", "p", "ح"}, names{"الوراء", "back"}, l10n.Backward},
	{down, anywhere, []string{"down"}, names{"أسفل", "down"}, l10n.Down},
	{up, anywhere, []string{"up"}, names{"أعلى", "up"}, l10n.Up},
	{screenDown, anywhere, []string{"space", "f", "ب", "pgdown"}, names{"الشاشة التالية", "screen"}, l10n.ScreenDown},
	{screenUp, anywhere, []string{"w", "ص", "pgup"}, names{"الشاشة السابقة", "screen back"}, l10n.ScreenUp},
	{top, anywhere, []string{"g", "ل", "home"}, names{"الأول", "top"}, l10n.Top},
	{bottom, anywhere, []string{"e", "ث", "end", "G"}, names{"الآخر", "bottom"}, l10n.Bottom},
	{nextPane, anywhere, []string{"tab"}, names{"اللوح التالي", "pane"}, l10n.NextPane},
	{previousPane, anywhere, []string{"shift+tab"}, names{"اللوح السابق", "pane back"}, l10n.PreviousPane},
	{marks, anywhere, []string{"m", "ة"}, names{"التشكيل", "marks"}, l10n.Marks},
	{fold, anywhere, []string{"z", "ئ"}, names{"طي", "fold"}, l10n.Fold},
	{reload, anywhere, []string{"l", "م", "f5"}, names{"جلب", "reload"}, l10n.Reload},
	{commandLine, anywhere, []string{":"}, names{"أمر", "command"}, l10n.CommandLine},
	{help, anywhere, []string{"?", "؟", "f1"}, names{"مساعدة", "help"}, l10n.ShowHelp},
	{quit, anywhere, []string{"q", "ض", "ctrl+c"}, names{"خروج", "quit"}, l10n.Quit},
	{suspend, anywhere, []string{"ctrl+z"}, names{"إيقاف", "suspend"}, l10n.Suspend},
}

// digits are keys that say which one is meant.
var digits = []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"}

// digit is the number from 1 to 9 that text is, in either script.
func digit(text string) (n int, ok bool) {
	r, size := utf8.DecodeRuneInString(text)
	for _, zero := range []rune{'0', '٠'} {
		if n := int(r - zero); 1 <= n && n <= 9 {
			return n, size == len(text)
		}
	}
	return 0, false
}

// bindings is the keyboard by context and key.
var bindings = func() (b [contextCount]map[string]action) {
	for c := range b {
		b[c] = make(map[string]action)
	}
	for _, k := range keyboard {
		for _, key := range k.keys {
			b[k.context][key] = k.action
		}
	}
	return b
}()

// actionOf is what a key does in a context, or else anywhere: by the character
// that it gave, or else by the physical key where the terminal reports that
// (the Kitty keyboard protocol).
func actionOf(k tea.Key, in context) action {
	for _, name := range []string{k.String(), k.Keystroke()} {
		for _, c := range []context{in, anywhere} {
			if a, ok := bindings[c][name]; ok {
				return a
			}
		}
	}
	return noAction
}
