package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/marks"
	"rawi/ui/parties"
	"rawi/ui/reader"
	"rawi/ui/review"
	"rawi/ui/search"
	"rawi/ui/take"
	"rawi/ui/words"
)

// keyboard makes the table. (It is a function, since what rows do leads back to
// the table.) Left is forward, as Arabic runs. In the article keys only read: those
// that decide belong to the lists and to marked words.
func keyboard() *keys.Table[*Model] {
	return keys.New(slices.Concat(
		in(keys.In(keys.InArticle), reading()), in(keys.In(keys.InArticle), bookmarking()), returning(),
		moving(), searching(), settings(), program(),
		in(keys.In(keys.InQuotations), deciding(ofQuotations())), in(keys.In(keys.InQuotations), reviewing()),
		in(keys.In(keys.InParties), deciding(ofParties())), in(keys.In(keys.InParties), ofEverywhere()),
		deciding(undoing()),
		in(keys.In(keys.InWords), deciding(ofWords())), in(keys.In(keys.InWords), marking()), taking(),
	), (*Model).unknownKey)
}

// deciding says of rows that they change what is decided.
func deciding(rows []action) []action {
	for i := range rows {
		rows[i].Decides = true
	}
	return rows
}

// onPanes is an action that moves within the panes, with its argument filled in.
func onPanes[T any](do func(*panes, T), argument T) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		do(&m.panes, argument)
		return m.moved()
	}
}

// reload fetches what other windows decided.
func reload(m *Model) tea.Cmd { return m.session.reload }

func toggleFolds(m *Model) tea.Cmd {
	m.toggleFolds()
	return m.moved()
}

// reading is what keys do in the article beside moving.
func reading() []action {
	return []action{
		{Keys: "enter", Names: names{"إلى الاقتباس", "to quotation"}, Help: l10n.ToQuotation, Do: (*Model).toQuotation},
		{Keys: ".", Names: names{"الاقتباس التالي", "next"}, Help: l10n.NextQuote, Needs: keys.Lists, Do: onPanes((*panes).goBy, 1)},
		{Keys: ",", Names: names{"الاقتباس السابق", "previous"}, Help: l10n.PreviousQuote, Needs: keys.Lists, Do: onPanes((*panes).goBy, -1)},
	}
}

// bookmarking is letters for places.
func bookmarking() []action {
	return []action{
		{Keys: "m", Names: names{"وضع إشارة", "bookmark"}, Help: l10n.BookmarkKey, DoWith: withLetter((*marks.Marks).Set)},
		{Keys: "'", Habits: "`", Names: names{"إلى إشارة", "to bookmark"}, Help: l10n.ToBookmark, Needs: keys.Lists, Steady: true, DoWith: withLetter((*marks.Marks).GoTo)},
	}
}

// returning is the ways back to a place.
func returning() []action {
	return []action{
		{Keys: "ctrl+o", Names: names{"رجوع", "jump back"}, Help: l10n.JumpBackKey, Steady: true, Do: onMarks((*marks.Marks).Back)},
		{Keys: "alt+o", Habits: "ctrl+i", Names: names{"تقدم", "jump forward"}, Help: l10n.JumpForwardKey, Steady: true, Do: onMarks((*marks.Marks).Forward)},
		{Keys: "O f8", Names: names{"العناوين", "outline"}, Help: l10n.OutlineKey, Needs: keys.Typing, Do: onMarks((*marks.Marks).Outline)},
		{Names: names{"الإشارات", "bookmarks"}, Help: l10n.BookmarksKey, Needs: keys.Typing, Do: onMarks((*marks.Marks).List)},
		{Names: names{"آخر قرار", "last"}, Help: l10n.LastEditKey, Needs: keys.Lists, Do: onMarks((*marks.Marks).LastEdit)},
	}
}

// ofQuotations is what can be said of the current quotation.
func ofQuotations() []action {
	return []action{
		{Keys: "a", Names: names{"قبول", "accept"}, Help: l10n.Accept, Needs: keys.Lists, Do: onReview((*review.Review).Accept)},
		{Keys: "1-9", Names: names{"مرشح", "candidate"}, Help: l10n.Candidate, Needs: keys.Lists, DoWith: onReviewWith((*review.Review).Candidate)},
		{Keys: "s enter", Names: names{"القائل", "speaker"}, Help: l10n.NameSpeaker, Needs: keys.ListTyping, Do: onReview((*review.Review).NameSpeaker)},
		{Keys: "'", Names: names{"كالسابق", "as before"}, Help: l10n.AsBefore, Needs: keys.Lists, Do: onReview((*review.Review).AsBefore)},
		{Keys: "*", Names: names{"أمثاله", "alike"}, Help: l10n.CorrectAlike, Needs: keys.Lists, Do: onReview((*review.Review).CorrectAlike)},
		{Keys: "y", Names: names{"قبول الباقي", "accept rest"}, Help: l10n.AcceptRest, Needs: keys.Lists, Do: onReview((*review.Review).AcceptRest)},
		{Names: names{"قبول ما فوق", "accept above"}, Help: l10n.AcceptAbove, Needs: keys.Lists, DoWith: onReviewWith((*review.Review).AcceptAbove)},
		{Keys: "x", Names: names{"ليس قولا", "not speech"}, Help: l10n.NotSpeech, Needs: keys.Lists, Do: setKind(model.Other)},
		{Keys: "t", Names: names{"عنوان", "title"}, Help: l10n.MarkTitle, Needs: keys.Lists, Do: setKind(model.WorkTitle)},
		{Keys: "c", Names: names{"تشكيك", "scare"}, Help: l10n.MarkScare, Needs: keys.Lists, Do: setKind(model.Scare)},
		{Keys: "d", Names: names{"قول مباشر", "speech"}, Help: l10n.MarkSpeech, Needs: keys.Lists, Do: setKind(model.Speech)},
		{Keys: "i", Names: names{"قول غير مباشر", "indirect"}, Help: l10n.MarkIndirect, Needs: keys.Lists, Do: setKind(model.Indirect)},
		{Keys: "delete", Names: names{"حذف", "delete"}, Help: l10n.Drop, Needs: keys.Lists, Do: onReview((*review.Review).Drop)},
		{Keys: "N", Names: names{"ملاحظة", "note"}, Help: l10n.Note, Needs: keys.ListTyping, DoWith: onReviewWith((*review.Review).Note)},
		{Keys: ".", Names: names{"اليقين", "certainty"}, Help: l10n.CertaintyKey, Needs: keys.Lists, Do: onReview((*review.Review).NextCertainty)},
		{Keys: ",", Names: names{"المخاطب", "addressee"}, Help: l10n.Addressee, Needs: keys.ListTyping, Do: onReview((*review.Review).NameAddressee)},
		{Keys: "=", Names: names{"هو نفسه", "same"}, Help: l10n.SameParty, Needs: keys.Lists, Answers: keys.SameParty, Do: sameParty},
		{Keys: "[", Names: names{"أول الاقتباس", "start"}, Help: l10n.MoveStart, Needs: keys.ListTyping, Do: markQuote(false)},
		{Keys: "]", Names: names{"آخر الاقتباس", "end"}, Help: l10n.MoveEnd, Needs: keys.ListTyping, Do: markQuote(true)},
	}
}

// reviewing is the ways through the quotations and what was decided on them.
func reviewing() []action {
	return []action{
		{Keys: "h", Names: names{"غير المحسوم", "undecided"}, Help: l10n.NextUndecided, Needs: keys.Lists, Do: onReview((*review.Review).NextUndecided)},
		{Keys: "o", Names: names{"الترتيب", "order"}, Help: l10n.ChangeOrder, Do: onReview((*review.Review).ChangeOrder)},
		{Names: names{"تحكيم", "adjudicate"}, Help: l10n.AdjudicateKey, Needs: keys.Lists, Do: adjudicate},
		{Keys: "p", Names: names{"عرض", "show"}, Help: l10n.ShowKey, DoWith: showOnly},
		{Keys: "H", Names: names{"السجل", "history"}, Help: l10n.ShowHistory, Needs: keys.ListTyping, Do: openHistory},
		{Keys: ";", Names: names{"المتغيرة", "moved"}, Help: l10n.ShowUnresolved, Needs: keys.ListTyping, Do: openUnresolved},
	}
}

// undoing is how decisions are taken back, wherever they are taken.
func undoing() []action {
	return in(keys.In(keys.InQuotations, keys.InParties, keys.InWords), []action{
		{Keys: "u", Names: names{"تراجع", "undo"}, Help: l10n.Undo, Needs: keys.Lists, Do: onReview((*review.Review).Undo)},
		{Keys: "r", Names: names{"إعادة", "redo"}, Help: l10n.Redo, Needs: keys.Lists, Do: onReview((*review.Review).Redo)},
	})
}

// moving is the ways through the article and the lists: by rows in the text, by
// quotations and parties in their lists. The Arabic layout types G and b only where
// the terminal reports the physical key, so e and w do the same.
func moving() []action {
	return []action{
		{Keys: "j down", Habits: "ctrl+n ctrl+e ctrl+j", Names: names{"أسفل", "down"}, Help: l10n.Down, Needs: keys.Scrolling, Steady: true, Do: onPanes((*panes).scroll, 1)},
		{Keys: "k up", Habits: "ctrl+p ctrl+y ctrl+k", Names: names{"أعلى", "up"}, Help: l10n.Up, Needs: keys.Scrolling, Steady: true, Do: onPanes((*panes).scroll, -1)},
		{Keys: "space f pgdown", Habits: "ctrl+f ctrl+v", Names: names{"الشاشة التالية", "screen"}, Help: l10n.ScreenDown, Needs: keys.Scrolling, Steady: true, Do: onPanes((*panes).page, 1)},
		{Keys: "b w pgup", Habits: "ctrl+b alt+v", Names: names{"الشاشة السابقة", "screen back"}, Help: l10n.ScreenUp, Needs: keys.Scrolling, Steady: true, Do: onPanes((*panes).page, -1)},
		{Keys: "ctrl+d d", Names: names{"نصف شاشة", "half screen"}, Help: l10n.HalfDown, Needs: keys.Scrolling, Steady: true, Do: onPanes((*panes).half, 1)},
		{Keys: "ctrl+u u", Names: names{"نصف شاشة إلى الوراء", "half screen back"}, Help: l10n.HalfUp, Needs: keys.Scrolling, Steady: true, Do: onPanes((*panes).half, -1)},
		{Keys: "left }", Names: names{"الأمام", "forward"}, Help: l10n.Forward, Needs: keys.Scrolling, Steady: true, Do: onPanes((*panes).move, 1)},
		{Keys: "right {", Names: names{"الوراء", "back"}, Help: l10n.Backward, Needs: keys.Scrolling, Steady: true, Do: onPanes((*panes).move, -1)},
		{Keys: "g home", Habits: "< ctrl+home alt+<", Names: names{"الأول", "top"}, Help: l10n.Top, Needs: keys.Scrolling, Do: onPanes((*panes).end, false)},
		{Keys: "e end G", Habits: "> ctrl+end alt+>", Names: names{"الآخر", "bottom"}, Help: l10n.Bottom, Needs: keys.Scrolling, Do: onPanes((*panes).end, true)},
		{Names: names{"اذهب", "go"}, Help: l10n.GoToQuote, Needs: keys.Lists, DoWith: onReviewWith((*review.Review).GoTo)},
	}
}

// searching is finding words in the article.
func searching() []action {
	return []action{
		{Keys: "/", Names: names{"بحث", "search"}, Help: l10n.SearchKey, Needs: keys.Typing, Do: onSearch((*search.Search).Open)},
		{Keys: "n", Names: names{"الموضع التالي", "next hit"}, Help: l10n.NextHit, Do: nextHit(1)},
		{Keys: "N", Names: names{"الموضع السابق", "previous hit"}, Help: l10n.PreviousHit, Do: nextHit(-1)},
		{Keys: "*", Names: names{"بحث عنه", "search this"}, Help: l10n.SearchThis, Where: keys.In(keys.InParties, keys.InWords), Do: searchThis},
	}
}

// program is what concerns the screen and the program.
func program() []action {
	return []action{
		{Keys: "tab", Names: names{"اللوحة التالية", "pane"}, Help: l10n.NextPane, Do: with((*Model).turn, 1)},
		{Keys: "shift+tab", Names: names{"اللوحة السابقة", "pane back"}, Help: l10n.PreviousPane, Do: with((*Model).turn, paneCount-1)},
		{Keys: "v", Names: names{"كلمات", "words"}, Help: l10n.MarkWords, Needs: keys.ListTyping, Do: markWords},
		{Keys: "~ f7", Names: names{"التشكيل", "marks"}, Help: l10n.Marks, Do: (*Model).toggleMarks},
		{Keys: "z", Names: names{"طي", "fold"}, Help: l10n.Fold, Do: toggleFolds},
		{Keys: "Y", Names: names{"الروابط", "links"}, Help: l10n.ShowLinks, Needs: keys.ListTyping, DoWith: openLinks},
		{Keys: "f4", Names: names{"الاتجاه", "direction"}, Help: l10n.ChangeWay, Do: changeWay},
		{Keys: "l f5", Names: names{"جلب", "reload"}, Help: l10n.Reload, Needs: keys.Lists, Do: reload},
		{Names: names{"للقراءة فقط", "readonly"}, Help: l10n.LockKey, Do: (*Model).toggleLock},
		{Names: names{"فتح", "open"}, Help: l10n.OpenOther, DoWith: openNamed},
		{Names: names{"ابحث في الكل", "find"}, Help: l10n.FindKey, DoWith: findEverywhere},
		{Keys: "L f3", Names: names{"المكتبة", "library"}, Help: l10n.ShowLibrary, Needs: keys.Typing, Do: openShelf},
		{Keys: "f7", Names: names{"المقال التالي", "next article"}, Help: l10n.NextArticleKey, Do: nextArticle},
		{Names: names{"الدليل", "guide"}, Help: l10n.GuideKey, Needs: keys.Typing, Do: showGuide},
		{Names: names{"أنجز", "done"}, Help: l10n.DoneKey, Needs: keys.Lists, Do: toggleDone},
		{Names: names{"قطع الجلب", "stop"}, Help: l10n.StopLoading, Do: (*Model).stopLoading},
		{Names: names{"إصلاح", "mend"}, Help: l10n.MendText, Do: mendText},
		{Names: names{"المعدلة", "edits"}, Help: l10n.ShowEdits, Needs: keys.ListTyping, Do: showEdits},
		{Names: names{"الفأرة", "mouse"}, Help: l10n.Mouse, Do: (*Model).toggleMouse},
		{Keys: "ctrl+l", Habits: "ctrl+r R", Names: names{"إعادة الرسم", "repaint"}, Help: l10n.RepaintKey, Do: (*Model).repaint},
		{Keys: ":", Names: names{"أمر", "command"}, Help: l10n.CommandLine, Needs: keys.Typing, Do: openCommandLine},
		{Keys: "? f1", Habits: "h", Names: names{"مساعدة", "help"}, Help: l10n.ShowHelp, Do: openHelp},
		{Keys: "esc", Names: names{"إلى المقال", "to article"}, Help: l10n.ToArticle, Do: (*Model).toArticle},
		{Keys: "q ctrl+c", Names: names{"خروج", "quit"}, Help: l10n.Quit, Needs: keys.Leaving, Answers: keys.QuitUnsaved, Do: (*Model).quit},
		{Keys: "ctrl+z", Names: names{"إيقاف", "suspend"}, Help: l10n.Suspend, Needs: keys.Leaving, Do: (*Model).suspend},
	}
}

// ofParties is what can be said of the selected party.
func ofParties() []action {
	return []action{
		{Keys: "enter", Names: names{"ذكره التالي", "next mention"}, Help: l10n.NextMention, Needs: keys.Lists, Do: onPanes((*panes).nextMention, 1)},
		{Keys: "i", Names: names{"تسمية الطرف", "rename"}, Help: l10n.RenameParty, Needs: keys.ListTyping, DoWith: setField(parties.Name)},
		{Keys: "t", Names: names{"نوع الطرف", "type"}, Help: l10n.PartyType, Needs: keys.Lists, Do: onParty((*parties.Parties).NextKind)},
		{Keys: "d", Names: names{"صفة الطرف", "role"}, Help: l10n.PartyRole, Needs: keys.ListTyping, DoWith: setField(parties.Role)},
		{Keys: "c", Names: names{"اسم آخر", "alias"}, Help: l10n.PartyAlias, Needs: keys.ListTyping, DoWith: setField(parties.Alias)},
		{Keys: "o", Names: names{"دمج", "merge"}, Help: l10n.MergeParty, Needs: keys.ListTyping, Do: onParty((*parties.Parties).Merge)},
		{Keys: "v", Names: names{"فصل", "separate"}, Help: l10n.SplitParty, Needs: keys.ListTyping, Do: onParty((*parties.Parties).Split)},
	}
}

// ofEverywhere is what can be asked about the selected party.
func ofEverywhere() []action {
	return []action{
		{Keys: "s", Names: names{"أقواله", "said"}, Help: l10n.SaidKey, Needs: keys.ListTyping, Do: saidEverywhere},
	}
}

// marking is the word cursor.
func marking() []action {
	return []action{
		{Keys: "left", Names: names{"كلمة يسارا", "word left"}, Help: l10n.WordLeft, Do: moveCursor((*reader.Reader).Left)},
		{Keys: "right", Names: names{"كلمة يمينا", "word right"}, Help: l10n.WordRight, Do: moveCursor((*reader.Reader).Right)},
		{Keys: "down", Names: names{"كلمة أسفل", "word below"}, Help: l10n.WordBelow, Do: moveCursor(inDirection((*reader.Reader).Below, 1))},
		{Keys: "up", Names: names{"كلمة أعلى", "word above"}, Help: l10n.WordAbove, Do: moveCursor(inDirection((*reader.Reader).Below, -1))},
		{Keys: "n", Names: names{"آخر الجملة", "sentence"}, Help: l10n.SentenceForward, Do: moveCursor(inDirection((*reader.Reader).Sentence, 1))},
		{Keys: "p", Names: names{"أول الجملة", "sentence back"}, Help: l10n.SentenceBack, Do: moveCursor(inDirection((*reader.Reader).Sentence, -1))},
		{Keys: "f", Names: names{"العلامة التالية", "mark"}, Help: l10n.MarkForward, Do: moveCursor(inDirection((*reader.Reader).Mark, 1))},
		{Keys: "w", Names: names{"العلامة السابقة", "mark back"}, Help: l10n.MarkBack, Do: moveCursor(inDirection((*reader.Reader).Mark, -1))},
		{Keys: "v space", Names: names{"بدء التحديد", "select"}, Help: l10n.StartMarking, Do: onWords((*words.Words).ToggleAnchor)},
		{Keys: "o", Names: names{"الطرف الآخر", "other end"}, Help: l10n.OtherEnd, Do: onWords((*words.Words).OtherEnd)},
		{Keys: "+", Names: names{"توسيع", "grow"}, Help: l10n.GrowMarked, Do: onWords((*words.Words).Grow)},
		{Keys: "-", Names: names{"تضييق", "shrink"}, Help: l10n.ShrinkMarked, Do: onWords((*words.Words).Shrink)},
		{Keys: "esc q", Names: names{"ترك", "leave"}, Help: l10n.LeaveWords, Do: leaveWords},
	}
}

// taking is what leaves the program.
func taking() []action {
	return []action{
		{Keys: "c y", Names: names{"نسخ الاقتباس", "copy quotation"}, Help: l10n.CopyQuotation, Needs: keys.Lists, Where: keys.In(keys.InArticle), Do: onTake(take.Take.Quotation)},
		{Keys: "C f6", Names: names{"نسخ", "copy"}, Help: l10n.CopyQuotation, Needs: keys.Lists, Where: keys.In(keys.InQuotations, keys.InParties), Do: onTake(take.Take.Quotation)},
		{Keys: "y", Names: names{"نسخ الكلمات", "copy words"}, Help: l10n.CopyWords, Where: keys.In(keys.InWords), Do: copyWords},
		{Keys: "o", Names: names{"المتصفح", "browser"}, Help: l10n.OpenPage, Where: keys.In(keys.InArticle), Do: openPage},
		{Names: names{"نسخ المقال", "copy article"}, Help: l10n.CopyArticle, Do: onTake(take.Take.WholeArticle)},
	}
}

// ofWords is what can be made of marked words.
func ofWords() []action {
	return []action{
		{Keys: "s", Names: names{"اسم القائل", "speaker's name"}, Help: l10n.MarkedSpeaker, Needs: keys.Lists, Do: onWords((*words.Words).NameSpeaker)},
		{Keys: "enter a", Names: names{"اقتباس", "quote"}, Help: l10n.MakeQuote, Needs: keys.Lists, Do: onWords((*words.Words).MakeQuote)},
		{Keys: "m", Names: names{"ذكر", "mention"}, Help: l10n.MakeMention, Needs: keys.ListTyping, Do: onWords((*words.Words).MakeMention)},
		{Keys: "e", Names: names{"طرفا الذكر", "mention ends"}, Help: l10n.MoveMention, Needs: keys.ListTyping, Do: onWords((*words.Words).StartMention)},
		{Keys: "c", Names: names{"تقسيم", "split"}, Help: l10n.SplitQuote, Needs: keys.Lists, Do: onWords((*words.Words).SplitQuote)},
		{Keys: "j", Names: names{"دمج الاقتباسين", "join"}, Help: l10n.JoinQuotes, Needs: keys.Lists, Do: onWords((*words.Words).JoinQuotes)},
		{Keys: "x", Names: names{"حذف الاقتباس", "delete quote"}, Help: l10n.DropHere, Needs: keys.Lists, Do: onWords((*words.Words).DropQuote)},
		{Keys: "d", Names: names{"حذف الذكر", "delete mention"}, Help: l10n.DropMention, Needs: keys.Lists, Do: onWords((*words.Words).DropMention)},
	}
}
