package ui

import (
	"slices"
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
	drop
	note
	certainty
	addressee
	sameParty
	history
	unresolved
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
	mouse
	commandLine

	renameParty
	partyType
	partyRole
	partyAlias
	mergeParty
	splitParty

	markWords
	moveStart
	moveEnd
	wordLeft
	wordRight
	wordBelow
	wordAbove
	sentenceForward
	sentenceBack
	markForward
	markBack
	startMarking
	otherEnd
	makeQuote
	makeMention
	moveMention
	splitQuote
	joinQuotes
	dropHere
	dropMention
	leaveWords

	help
	suspend
	quit
	actionCount
)

// context is where a key has its meaning.
type context uint8

const (
	anywhere  context = iota
	inParties         // the parties pane has the focus
	inWords           // words are being marked
	contextCount
)

// contexts are the headings under which the help lists the keys.
var contexts = [contextCount]l10n.Word{anywhere: l10n.Anywhere, inParties: l10n.InParties, inWords: l10n.InWords}

// binding is one row of the keyboard table.
type binding struct {
	action  action
	context context
	keys    []string // none for what only the command line does
	names   names
	help    l10n.Word
	needs   need
}

// need is what must be there before an action can be obeyed.
type need uint8

const (
	atOnce    need = iota // nothing
	scrolls               // nothing in the article; in a list, what is listed
	listed                // the quotations and parties, with what was decided on them
	takesKeys             // the same; the keys after it are for what it opens
)

// names are what the command line calls an action, in any language of the
// interface.
type names [2]string

// keyboard is every key and every command there is. The Latin letter and the
// letter that the Arabic 101 layout puts on the same physical key stand side by
// side: the reader need not switch layouts. Left is forward, as Arabic runs. B
// is not used: under the Arabic layout it sends two letters.
var keyboard = []binding{
	{accept, anywhere, []string{"a", "ش"}, names{"قبول", "accept"}, l10n.Accept, listed},
	{candidate, anywhere, digits, names{"مرشح", "candidate"}, l10n.Candidate, listed},
	{nameSpeaker, anywhere, []string{"s", "س", "enter"}, names{"القائل", "speaker"}, l10n.NameSpeaker, takesKeys},
	{acceptRest, anywhere, []string{"y", "غ"}, names{"قبول الباقي", "accept rest"}, l10n.AcceptRest, listed},
	{acceptAbove, anywhere, nil, names{"قبول ما فوق", "accept above"}, l10n.AcceptAbove, listed},
	{notSpeech, anywhere, []string{"x", "ء"}, names{"ليس قولا", "not speech"}, l10n.NotSpeech, listed},
	{workTitle, anywhere, []string{"t", "ف"}, names{"عنوان", "title"}, l10n.MarkTitle, listed},
	{scare, anywhere, []string{"c", "ؤ"}, names{"تحفظ", "scare"}, l10n.MarkScare, listed},
	{speech, anywhere, []string{"d", "ي"}, names{"قول مباشر", "speech"}, l10n.MarkSpeech, listed},
	{indirect, anywhere, []string{"i", "ه"}, names{"قول غير مباشر", "indirect"}, l10n.MarkIndirect, listed},
	{drop, anywhere, []string{"delete"}, names{"حذف", "delete"}, l10n.Drop, listed},
	{note, anywhere, []string{"N", "آ"}, names{"ملاحظة", "note"}, l10n.Note, takesKeys},
	{certainty, anywhere, []string{".", "ز"}, names{"اليقين", "certainty"}, l10n.CertaintyKey, listed},
	{addressee, anywhere, []string{",", "و"}, names{"المخاطب", "addressee"}, l10n.Addressee, takesKeys},
	{sameParty, anywhere, []string{"="}, names{"هو نفسه", "same"}, l10n.SameParty, listed},
	{undo, anywhere, []string{"u", "ع"}, names{"تراجع", "undo"}, l10n.Undo, listed},
	{redo, anywhere, []string{"r", "ق"}, names{"إعادة", "redo"}, l10n.Redo, listed},

	{history, anywhere, []string{"H", "أ"}, names{"السجل", "history"}, l10n.ShowHistory, takesKeys},
	{unresolved, anywhere, []string{";", "ك"}, names{"المنقولة", "moved"}, l10n.ShowUnresolved, takesKeys},

	{nextUndecided, anywhere, []string{"h", "ا"}, names{"غير المحسوم", "undecided"}, l10n.NextUndecided, listed},
	{changeOrder, anywhere, []string{"o", "خ"}, names{"الترتيب", "order"}, l10n.ChangeOrder, atOnce},
	{nextQuote, anywhere, []string{"j", "ت"}, names{"التالي", "next"}, l10n.NextQuote, listed},
	{previousQuote, anywhere, []string{"k", "ن"}, names{"السابق", "previous"}, l10n.PreviousQuote, listed},
	{goToQuote, anywhere, nil, names{"اذهب", "go"}, l10n.GoToQuote, listed},
	{forward, anywhere, []string{"left", "n", "ى"}, names{"الأمام", "forward"}, l10n.Forward, scrolls},
	{backward, anywhere, []string{"right", "p", "ح"}, names{"الوراء", "back"}, l10n.Backward, scrolls},
	{down, anywhere, []string{"down"}, names{"أسفل", "down"}, l10n.Down, scrolls},
	{up, anywhere, []string{"up"}, names{"أعلى", "up"}, l10n.Up, scrolls},
	{screenDown, anywhere, []string{"space", "f", "ب", "pgdown"}, names{"الشاشة التالية", "screen"}, l10n.ScreenDown, scrolls},
	{screenUp, anywhere, []string{"w", "ص", "pgup"}, names{"الشاشة السابقة", "screen back"}, l10n.ScreenUp, scrolls},
	{top, anywhere, []string{"g", "ل", "home"}, names{"الأول", "top"}, l10n.Top, scrolls},
	{bottom, anywhere, []string{"e", "ث", "end", "G"}, names{"الآخر", "bottom"}, l10n.Bottom, scrolls},
	{nextPane, anywhere, []string{"tab"}, names{"اللوح التالي", "pane"}, l10n.NextPane, atOnce},
	{previousPane, anywhere, []string{"shift+tab"}, names{"اللوح السابق", "pane back"}, l10n.PreviousPane, atOnce},
	{marks, anywhere, []string{"m", "ة"}, names{"التشكيل", "marks"}, l10n.Marks, atOnce},
	{fold, anywhere, []string{"z", "ئ"}, names{"طي", "fold"}, l10n.Fold, atOnce},
	{reload, anywhere, []string{"l", "م", "f5"}, names{"جلب", "reload"}, l10n.Reload, listed},
	{mouse, anywhere, nil, names{"الفأرة", "mouse"}, l10n.Mouse, atOnce},
	{commandLine, anywhere, []string{":"}, names{"أمر", "command"}, l10n.CommandLine, atOnce},
	{help, anywhere, []string{"?", "؟", "f1"}, names{"مساعدة", "help"}, l10n.ShowHelp, atOnce},
	{quit, anywhere, []string{"q", "ض", "ctrl+c"}, names{"خروج", "quit"}, l10n.Quit, atOnce},
	{suspend, anywhere, []string{"ctrl+z"}, names{"إيقاف", "suspend"}, l10n.Suspend, atOnce},

	{renameParty, inParties, []string{"i", "ه"}, names{"تسمية الطرف", "rename"}, l10n.RenameParty, takesKeys},
	{partyType, inParties, []string{"t", "ف"}, names{"نوع الطرف", "type"}, l10n.PartyType, listed},
	{partyRole, inParties, []string{"d", "ي"}, names{"صفة الطرف", "role"}, l10n.PartyRole, takesKeys},
	{partyAlias, inParties, []string{"c", "ؤ"}, names{"اسم آخر", "alias"}, l10n.PartyAlias, takesKeys},
	{mergeParty, inParties, []string{"o", "خ"}, names{"دمج", "merge"}, l10n.MergeParty, takesKeys},
	{splitParty, inParties, []string{"v", "ر"}, names{"فصل", "separate"}, l10n.SplitParty, takesKeys},

	{markWords, anywhere, []string{"v", "ر"}, names{"كلمات", "words"}, l10n.MarkWords, takesKeys},
	{moveStart, anywhere, []string{"[", "ج"}, names{"أول الاقتباس", "start"}, l10n.MoveStart, takesKeys},
	{moveEnd, anywhere, []string{"]", "د"}, names{"آخر الاقتباس", "end"}, l10n.MoveEnd, takesKeys},
	{wordLeft, inWords, []string{"left"}, names{"كلمة يسارا", "word left"}, l10n.WordLeft, atOnce},
	{wordRight, inWords, []string{"right"}, names{"كلمة يمينا", "word right"}, l10n.WordRight, atOnce},
	{wordBelow, inWords, []string{"down"}, names{"كلمة أسفل", "word below"}, l10n.WordBelow, atOnce},
	{wordAbove, inWords, []string{"up"}, names{"كلمة أعلى", "word above"}, l10n.WordAbove, atOnce},
	{sentenceForward, inWords, []string{"n", "ى"}, names{"آخر الجملة", "sentence"}, l10n.SentenceForward, atOnce},
	{sentenceBack, inWords, []string{"p", "ح"}, names{"أول الجملة", "sentence back"}, l10n.SentenceBack, atOnce},
	{markForward, inWords, []string{"f", "ب"}, names{"العلامة التالية", "mark"}, l10n.MarkForward, atOnce},
	{markBack, inWords, []string{"w", "ص"}, names{"العلامة السابقة", "mark back"}, l10n.MarkBack, atOnce},
	{startMarking, inWords, []string{"v", "ر", "space"}, names{"بدء التعليم", "select"}, l10n.StartMarking, atOnce},
	{otherEnd, inWords, []string{"o", "خ"}, names{"الطرف الآخر", "other end"}, l10n.OtherEnd, atOnce},
	{makeQuote, inWords, []string{"enter", "a", "ش"}, names{"اقتباس", "quote"}, l10n.MakeQuote, listed},
	{makeMention, inWords, []string{"m", "ة"}, names{"ذكر", "mention"}, l10n.MakeMention, takesKeys},
	{moveMention, inWords, []string{"e", "ث"}, names{"طرفا الذكر", "mention ends"}, l10n.MoveMention, takesKeys},
	{splitQuote, inWords, []string{"c", "ؤ"}, names{"شق", "split"}, l10n.SplitQuote, listed},
	{joinQuotes, inWords, []string{"j", "ت"}, names{"وصل", "join"}, l10n.JoinQuotes, listed},
	{dropHere, inWords, []string{"x", "ء"}, names{"حذف الاقتباس", "delete quote"}, l10n.DropHere, listed},
	{dropMention, inWords, []string{"d", "ي"}, names{"حذف الذكر", "delete mention"}, l10n.DropMention, listed},
	{leaveWords, inWords, []string{"esc", "q", "ض"}, names{"ترك", "leave"}, l10n.LeaveWords, atOnce},
}

// needOf is what an action needs; keys that do nothing need nothing.
func needOf(a action) need {
	i := slices.IndexFunc(keyboard, func(b binding) bool { return b.action == a })
	if i < 0 {
		return atOnce
	}
	return keyboard[i].needs
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
