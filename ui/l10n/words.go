package l10n

// Word is a word or sentence of the interface.
type Word uint16

const (
	Quotes Word = iota // titles of panes
	Parties
	Article
	Help
	WhoSpoke
	Command

	Untitled // status line
	Percent
	QuoteCount
	DecidedCount
	UnknownCount
	BrokenCount
	HiddenCount
	UnsavedCount
	NotSaved
	UnsavedQuit
	SavingQuit
	SavedAtLast
	Searching
	ReadOnly
	NothingKept // the library
	LibraryOpened
	LibraryRemade
	LibraryReplaced
	DecisionsAdded
	TakenIn
	LibraryNewer
	LibraryDamaged
	LibraryUnwritable
	DiskFull
	LibraryBusy
	LibraryGone
	LibraryOrphaned
	LibraryUnusable
	OfferDoctor

	LeftOut // plain text

	DoctorTerminal // the doctor
	DoctorAround
	DoctorAnswers
	DoctorOrder
	DoctorReason
	DoctorModes
	DoctorKept
	DoctorNothing
	DoctorRight
	DoctorWhich
	DoctorNoSuch
	DoctorStored
	DoctorUnchanged

	Unknown // state of a quotation
	Guess
	DoubtfulGuess
	Decided
	Unsaved
	NoQuotes
	NothingGuessed
	NotExtracted
	NoParties

	Mentions // row of a party
	Spoke
	AlsoWritten

	NewParty // picker
	TypeName
	PickerKeys
	TypeCommand // command line
	CommandKeys

	Folded // article

	Anywhere // headings of the help

	NextQuote // actions, as the help says them
	PreviousQuote
	NextUndecided
	ChangeOrder
	GoToQuote
	Forward
	Backward
	Down
	Up
	ScreenDown
	ScreenUp
	Top
	Bottom
	NextPane
	PreviousPane
	NameSpeaker
	Accept
	Candidate
	AcceptRest
	AcceptAbove
	NotSpeech
	MarkTitle
	MarkScare
	MarkSpeech
	MarkIndirect
	Undo
	Redo
	Marks
	Fold
	Reload
	CommandLine
	Suspend
	ShowHelp
	Quit

	NothingToUndo // answers to keys
	NothingToRedo
	NothingToAccept
	Undone
	Redone
	Reloaded
	NoSuchKey
	NoSuchQuote
	NoSuchCandidate
	NotANumber
	NoCommandCalled
	ManyCommands
	AllDecided
	LastDecided
	AcceptedCount
	AcceptedLeft
	DoubtfulFirst
	TextOrder
	MarksOn
	MarksOff

	InParties // headings of the help
	InWords

	Drop // actions on quotations
	Note
	CertaintyKey
	Addressee
	SameParty
	ShowHistory
	ShowUnresolved
	Mouse

	RenameParty // actions on parties
	PartyType
	PartyRole
	PartyAlias
	MergeParty
	SplitParty

	MarkWords // actions on words
	MoveStart
	MoveEnd
	WordLeft
	WordRight
	WordBelow
	WordAbove
	SentenceForward
	SentenceBack
	MarkForward
	MarkBack
	StartMarking
	OtherEnd
	MakeQuote
	MakeMention
	SplitQuote
	JoinQuotes
	DropHere
	DropMention
	LeaveWords

	NoteTitle // overlays
	ToWhom
	WhoIsNamed
	SameAs
	NotSameAs
	History
	Unresolved
	TypeNote
	TypeText
	TypeToSearch
	TakeAway
	Nobody
	TextKeys
	ListKeys
	HistoryKeys
	UnresolvedKeys

	Marking // more answers to keys
	AlreadyQuote
	NoQuoteHere
	NobodyHere
	NotPossible
	Done
	Dropped
	CertaintyIs
	NotMerged
	IsItSame
	NothingAsked
	Merged
	NoHistory
	TakenBack
	NoUnresolved
	LostWords
	ConfirmMoved
	MovedWords
	Lost
	UnresolvedFound
	MouseOn
	MouseOff

	NobodyKnown // speaker nobody knows

	MoveMention // more actions on words

	OneFile // why a command failed
	NoFile
	NoArgument
	NoSuchCommand
	NoSuchFlag
	NoSuchFlagBut
	ValueMissing
	NotWhole
	NotOnOff
	NotColumns
	NoSuchFormat
	SameTarget    // two inputs, one output
	TargetIsInput // an output is an input
	NoSuchTerminal
	NoSuchLanguage
	NothingTakenIn
	NothingFrom
	FaultsFound
	NoKeyboard
	DecisionsLost
	DecisionsLeft
	StandardInput

	IsMissing // why a file cannot be read or written
	IsForbidden
	IsFolder
	IsEmpty
	IsBlank
	IsTooLarge
	IsBinary
	IsTooDeep
	IsNoFolder
	IsOnFullDisk
	IsReadOnly
	IsThere
	IsFailing

	ConfigBroken // the configuration
	ConfigUnknown
	ConfigNearest
	ConfigType
	TypeBoolean
	TypeString
	TypeTable
	TypeTerminal
	ConfigUnkept
	ConfigLine
	ConfigMore

	wordCount
)

var words = [wordCount][LanguageCount]string{
	Quotes:   {"الاقتباسات", "Quotations"},
	Parties:  {"الأطراف", "Parties"},
	Article:  {"المقال", "Article"},
	Help:     {"المفاتيح", "Keys"},
	Command:  {"أمر", "command"},
	WhoSpoke: {"من القائل؟", "Who spoke?"},

	Untitled:     {"بلا عنوان", "untitled"},
	Percent:      {"%d٪", "%d%%"},
	QuoteCount:   {"الاقتباسات: %d", "quotations: %d"},
	DecidedCount: {"المحسوم: %d", "decided: %d"},
	UnknownCount: {"المجهول: %d", "unknown: %d"},
	BrokenCount:  {"بايتات تالفة: %d", "broken bytes: %d"},
	HiddenCount:  {"علامات غير معروضة: %d", "marks not shown: %d"},
	UnsavedCount: {"لم يُحفظ: %d", "unsaved: %d"},
	NotSaved:     {"تعذّر الحفظ وستُعاد المحاولة: %s", "not saved, will try again: %s"},
	UnsavedQuit:  {"قرارات لم تُحفظ: %d. اضغط q ثانية للخروج وتركها في ملف.", "unsaved decisions: %d. Press q again to leave them in a file."},
	SavingQuit:   {"يُحفظ الآن: %d، ثم الخروج. اضغط q ثانية للخروج فورا.", "saving %d, then leaving. Press q again to leave at once."},
	SavedAtLast:  {"حُفظت القرارات كلها", "all decisions are saved now"},
	Searching:    {"يبحث عن الأقوال…", "looking for quotations…"},
	ReadOnly:     {"المكتبة للقراءة فقط", "the library is read-only"},
	OfferDoctor:  {"لا أعرف هذه الطرفية. إن بدا النص مقلوبا أو مقطّعا فشغّل: rawi doctor", "I do not know this terminal. If the text looks wrong, run: rawi doctor"},

	NothingKept:       {"لن يُحفظ شيء: %s", "nothing will be kept: %s"},
	LibraryOpened:     {"فُتحت المكتبة وحُفظ فيها؛ l لجلب ما كان فيها", "the library could be opened; l fetches what it held"},
	LibraryRemade:     {"زال ملف المكتبة فأُنشئ من جديد", "the library's file was gone and was made anew"},
	LibraryReplaced:   {"استُبدل ملف المكتبة والحفظ في الجديد", "the library's file was replaced; decisions go into the new one"},
	DecisionsAdded:    {"؛ قرارات أُضيفت إليه: %d", "; decisions added to it: %d"},
	TakenIn:           {"قرارات تُركت من قبل وأُخذت إلى المكتبة: %d", "decisions left by an earlier run, now in the library: %d"},
	LibraryNewer:      {"كتب المكتبة راوٍ أحدث؛ استعمله", "a newer rawi wrote the library; use that one"},
	LibraryDamaged:    {"المكتبة تالفة أو ليست لراوٍ؛ أعد نسخة منها مكانها أو انقلها", "the library is damaged or not rawi's; put a copy of it back, or move it away"},
	LibraryUnwritable: {"لا إذن بالكتابة في المكتبة؛ انظر أذون الملف ومجلده", "the library cannot be written; look at the permissions of the file and its folder"},
	DiskFull:          {"لا مكان على القرص؛ أفسح مكانا", "the disk is full; free some room"},
	LibraryBusy:       {"برنامج آخر يشغل المكتبة؛ أغلقه أو انتظر", "another program holds the library; end it or wait"},
	LibraryGone:       {"زالت المكتبة ومجلدها؛ أعد المجلد", "the library is gone with its folder; bring the folder back"},
	LibraryOrphaned:   {"زالت المكتبة وبقي سجل تغييراتها؛ أعدها إليه أو انقله", "the library is gone but its log is there; bring it back or move the log away"},
	LibraryUnusable:   {"لا يمكن استعمال المكتبة؛ انظر الملف ومجلده وقرصه", "the library cannot be used; look at the file, its folder and its disk"},

	LeftOut: {"تُركت فقرات مما حول المقال: %d", "paragraphs around the article, left out: %d"},

	DoctorTerminal:  {"الطرفية", "terminal"},
	DoctorAround:    {"داخل tmux أو screen", "inside tmux or screen"},
	DoctorAnswers:   {"أجابت", "it answered"},
	DoctorOrder:     {"طريقة الإرسال", "order sent"},
	DoctorReason:    {"السبب", "because of"},
	DoctorModes:     {"أوضاع تُضبط", "modes set"},
	DoctorKept:      {"يُحفظ الاختيار في", "choices are kept in"},
	DoctorNothing:   {"لا شيء", "nothing"},
	DoctorRight:     {"الصحيح: إطاران مستقيمان؛ يبدأ الأيمن من يمينه بكلمة «قال»، وحروفه متصلة، وحركاته فوق حروفها، و«لا» حرف واحد؛ القوسان يحيطان بـ«لا غيره» وفتحتاهما إلى الداخل؛ BBC من اليسار؛ 1990 و١٩٩٠ عدد واحد برسمين؛ والنقطة آخر السطر عن يساره.", "Right looks like this: two straight frames; the right one begins at its right edge with the word \"qal\" (said), letters joined, vowel marks on their letters; the brackets open towards the two words between them; BBC reads from the left; 1990 stands twice, in both kinds of digits; the full stop is the leftmost sign of the last line."},
	DoctorWhich:     {"أيّها يُقرأ صحيحا؟ اكتب رقمه، أو Enter إن لم يصحّ منها شيء:", "Which one reads right? Its number, or Enter for none:"},
	DoctorNoSuch:    {"لا رقم كهذا: %s", "no such number: %s"},
	DoctorStored:    {"حُفظ: %s لهذه الطرفية (%s)", "kept: %s for this terminal (%s)"},
	DoctorUnchanged: {"لم يتغيّر شيء.", "Nothing was changed."},

	Unknown:        {"؟", "?"},
	Guess:          {"تخمين", "guess"},
	DoubtfulGuess:  {"تخمين ضعيف", "doubtful guess"},
	Decided:        {"محسوم", "decided"},
	Unsaved:        {"لم يُحفظ", "unsaved"},
	NoQuotes:       {"لا اقتباسات في هذا المقال.", "No quotations in this article."},
	NothingGuessed: {"لم يُخمَّن شيء في هذا المقال لخلل في راوٍ، فنرجو الإبلاغ عنه (%v)", "nothing was guessed in this article because of a fault in rawi; please report it (%v)"},
	NotExtracted:   {"لم يُستخرج شيء من %s لخلل في راوٍ، فنرجو الإبلاغ عنه (%v)", "%s was not extracted because of a fault in rawi; please report it (%v)"},
	NoParties:      {"لا أطراف في هذا المقال.", "No parties in this article."},

	Mentions:    {"ذُكر %d", "mentions %d"},
	Spoke:       {"قال %d", "quotations %d"},
	AlsoWritten: {"أيضا: %s", "also: %s"},

	NewParty:   {"طرف جديد: %s (%s)", "new party: %s (%s)"},
	TypeName:   {"اكتب اسما أو اختر رقما", "type a name or press a number"},
	PickerKeys: {"Enter اختيار · ← إكمال · Tab نوع الجديد · Esc", "Enter choose · ← complete · Tab kind of a new one · Esc"},

	TypeCommand: {"اكتب أمرا", "type a command"},
	CommandKeys: {"Enter تنفيذ · Tab إكمال · Esc إلغاء", "Enter run · Tab complete · Esc cancel"},

	Folded: {"⋯ مطويّ مما حول المقال: %d (z للعرض)", "⋯ folded, around the article: %d (z shows)"},

	Anywhere: {"في كل مكان", "anywhere"},

	NextQuote:     {"الاقتباس التالي", "next quotation"},
	PreviousQuote: {"الاقتباس السابق", "previous quotation"},
	NextUndecided: {"التالي غير المحسوم", "next undecided"},
	ChangeOrder:   {"ترتيب المراجعة: الأضعف أولا أو ترتيب النص", "order of review: doubtful first, or as in the text"},
	GoToQuote:     {"إلى الاقتباس ذي الرقم", "to the quotation of that number"},
	Forward:       {"إلى الأمام: الفقرة أو البند التالي", "forward: next paragraph or item"},
	Backward:      {"إلى الوراء: الفقرة أو البند السابق", "back: previous paragraph or item"},
	Down:          {"إلى أسفل", "down"},
	Up:            {"إلى أعلى", "up"},
	ScreenDown:    {"الشاشة التالية", "next screen"},
	ScreenUp:      {"الشاشة السابقة", "previous screen"},
	Top:           {"أول المقال", "top"},
	Bottom:        {"آخر المقال", "bottom"},
	NextPane:      {"اللوح التالي", "next pane"},
	PreviousPane:  {"اللوح السابق", "previous pane"},
	NameSpeaker:   {"تحديد القائل", "name the speaker"},
	Accept:        {"قبول التخمين", "accept the guess"},
	Candidate:     {"اختيار مرشّح", "choose a candidate"},
	AcceptRest:    {"قبول كل ما بقي", "accept all the rest"},
	AcceptAbove:   {"قبول ما تزيد ثقته على نسبة", "accept what is surer than so many per cent"},
	NotSpeech:     {"ليس قولا", "not speech"},
	MarkTitle:     {"اسم أو عنوان", "a name or title"},
	MarkScare:     {"علامتا تحفّظ", "scare marks"},
	MarkSpeech:    {"قول مباشر", "speech"},
	MarkIndirect:  {"قول غير مباشر", "indirect speech"},
	Undo:          {"تراجع", "undo"},
	Redo:          {"إعادة", "redo"},
	Marks:         {"إظهار التشكيل أو إخفاؤه", "vowel marks on or off"},
	Fold:          {"عرض المطوي أو طيّه", "unfold or fold what surrounds the article"},
	Reload:        {"جلب قرارات النوافذ الأخرى", "fetch decisions of other windows"},
	CommandLine:   {"سطر الأوامر", "command line"},
	Suspend:       {"إيقاف مؤقت (fg للعودة)", "suspend (fg to return)"},
	ShowHelp:      {"هذه المساعدة", "this help"},
	Quit:          {"خروج", "quit"},

	NothingToUndo:   {"لا شيء للتراجع عنه", "nothing to undo"},
	NothingToRedo:   {"لا شيء لإعادته", "nothing to redo"},
	NothingToAccept: {"لا تخمين لقبوله هنا", "no guess to accept here"},
	Undone:          {"تم التراجع", "undone"},
	Redone:          {"أعيد القرار", "redone"},
	Reloaded:        {"قرارات جديدة من نوافذ أخرى: %d", "new decisions from other windows: %d"},
	NoSuchKey:       {"لا عمل لهذا المفتاح؛ ؟ للمساعدة", "this key does nothing; ? for help"},
	NoSuchQuote:     {"لا اقتباس برقم %s", "there is no quotation %s"},
	NoSuchCandidate: {"لا مرشح برقم %s هنا", "there is no candidate %s here"},
	NotANumber:      {"يلزم عدد بعد الأمر: %s", "the command needs a number: %s"},
	NoCommandCalled: {"لا أمر باسم «%s»؛ أقرب الأسماء: %s", "there is no command %s; the nearest: %s"},
	ManyCommands:    {"«%s» بداية أسماء عدة: %s", "%s begins several names: %s"},
	AllDecided:      {"كل الاقتباسات محسومة", "all quotations are decided"},
	LastDecided:     {"حُسم آخر ما بقي", "that was the last one undecided"},
	AcceptedCount:   {"قُبلت تخمينات عددها %d؛ u للتراجع عنها معا", "guesses accepted: %d; u takes all of them back"},
	AcceptedLeft:    {"قُبلت تخمينات عددها %d، وبقي بلا قائل %d", "guesses accepted: %d; without a speaker: %d"},
	DoubtfulFirst:   {"ترتيب المراجعة: الأضعف أولا", "order of review: doubtful first"},
	TextOrder:       {"ترتيب المراجعة: ترتيب النص", "order of review: as in the text"},
	MarksOn:         {"التشكيل ظاهر", "vowel marks shown"},
	MarksOff:        {"التشكيل مخفي", "vowel marks hidden"},

	InParties: {"في لوح الأطراف", "in the parties pane"},
	InWords:   {"عند تعليم الكلمات", "while words are marked"},

	Drop:           {"ليس اقتباسا: حذف", "no quotation: delete it"},
	Note:           {"ملاحظة على الاقتباس", "a note on the quotation"},
	CertaintyKey:   {"مدى اليقين: أكيد، مرجّح، مشكوك فيه", "how sure: sure, likely, unsure"},
	Addressee:      {"تحديد المخاطَب", "name the addressee"},
	SameParty:      {"نعم، هو نفسه: دمج", "yes, the same one: merge"},
	ShowHistory:    {"سجل القرارات", "history of decisions"},
	ShowUnresolved: {"قرارات تغيّر نصها", "decisions whose words changed"},
	Mouse:          {"تشغيل الفأرة أو إيقافها", "mouse on or off"},

	RenameParty: {"تغيير الاسم", "rename"},
	PartyType:   {"النوع: شخص، جهة، مكان، صفة", "type: person, organisation, place, role"},
	PartyRole:   {"الصفة أو المنصب", "role"},
	PartyAlias:  {"إضافة اسم آخر", "add an alias"},
	MergeParty:  {"دمج: هو نفسه طرف آخر", "merge: the same as another"},
	SplitParty:  {"فصل ما دُمج", "separate what was merged"},

	MarkWords:       {"تعليم كلمات: مؤشر الكلمات", "mark words: the word cursor"},
	MoveStart:       {"نقل أول الاقتباس", "move the quotation's start"},
	MoveEnd:         {"نقل آخر الاقتباس", "move the quotation's end"},
	WordLeft:        {"كلمة إلى اليسار", "a word to the left"},
	WordRight:       {"كلمة إلى اليمين", "a word to the right"},
	WordBelow:       {"كلمة إلى أسفل", "a word down"},
	WordAbove:       {"كلمة إلى أعلى", "a word up"},
	SentenceForward: {"إلى آخر الجملة", "to the end of the sentence"},
	SentenceBack:    {"إلى أول الجملة", "to the start of the sentence"},
	MarkForward:     {"إلى علامة التنصيص التالية", "to the next quotation mark"},
	MarkBack:        {"إلى علامة التنصيص السابقة", "to the quotation mark before"},
	StartMarking:    {"بدء التعليم هنا أو إلغاؤه", "begin marking here, or drop it"},
	OtherEnd:        {"الطرف الآخر للمعلَّم", "the other end"},
	MakeQuote:       {"اجعلها اقتباسا، أو ثبّت طرفيه", "make a quotation, or set its ends"},
	MakeMention:     {"اجعلها ذكرا لطرف", "make a mention of a party"},
	SplitQuote:      {"شقّ الاقتباس هنا", "split the quotation here"},
	JoinQuotes:      {"وصل الاقتباس بالتالي", "join the quotation to the next"},
	DropHere:        {"حذف الاقتباس الذي هنا", "delete the quotation here"},
	DropMention:     {"حذف الذكر الذي هنا", "delete the mention here"},
	LeaveWords:      {"ترك التعليم", "leave marking"},

	NoteTitle:      {"ملاحظة", "note"},
	ToWhom:         {"إلى من؟", "to whom?"},
	WhoIsNamed:     {"من المذكور؟", "who is named?"},
	SameAs:         {"هو نفسه:", "the same as:"},
	NotSameAs:      {"من ليس هو؟", "who is not the same?"},
	History:        {"سجل القرارات", "history"},
	Unresolved:     {"قرارات تغيّر نصها", "decisions whose words changed"},
	TypeNote:       {"اكتب ملاحظة", "type a note"},
	TypeText:       {"اكتب النص الجديد", "type the new text"},
	TypeToSearch:   {"اكتب للبحث", "type to search"},
	TakeAway:       {"(محو)", "(take it away)"},
	Nobody:         {"لا أحد", "nobody"},
	TextKeys:       {"Enter حفظ · Esc إلغاء · Ctrl+U محو", "Enter keep · Esc cancel · Ctrl+U clear"},
	ListKeys:       {"Enter اختيار · Esc إلغاء", "Enter choose · Esc cancel"},
	HistoryKeys:    {"Enter إلى الاقتباس · Tab سحب القرار أو إعادته · Esc", "Enter go there · Tab take back or make again · Esc"},
	UnresolvedKeys: {"Enter إلى الموضع · Esc إغلاق", "Enter go there · Esc close"},

	Marking:         {"الأسهم للتنقل، v لبدء التعليم، Enter لجعله اقتباسا، Esc للترك", "arrows move, v begins marking, Enter makes a quotation, Esc leaves"},
	AlreadyQuote:    {"هذه الكلمات اقتباس من قبل", "these words are a quotation already"},
	NoQuoteHere:     {"لا اقتباس هنا", "no quotation here"},
	NobodyHere:      {"لا طرف مذكور هنا", "nobody is named here"},
	NotPossible:     {"لا يمكن ذلك هنا", "that is not possible here"},
	Done:            {"تم", "done"},
	Dropped:         {"حُذف الاقتباس؛ u للتراجع", "quotation deleted; u takes it back"},
	CertaintyIs:     {"اليقين: %s", "certainty: %s"},
	NotMerged:       {"لم يُدمج في هذا الطرف أحد", "nobody was merged into this party"},
	IsItSame:        {"هل «%s» هو نفسه «%s»؟ = نعم", "is %s the same as %s? = yes"},
	NothingAsked:    {"لا سؤال معلّق", "nothing was asked"},
	Merged:          {"دُمج «%s» في «%s»", "%s was merged into %s"},
	NoHistory:       {"لا قرارات بعد", "no decisions yet"},
	TakenBack:       {"[مسحوب]", "[taken back]"},
	NoUnresolved:    {"كل القرارات في مواضعها", "all decisions are in their places"},
	LostWords:       {"لم يعد في النص: «%s»", "no longer in the text: %s"},
	ConfirmMoved:    {"أهذه هي الكلمات نفسها؟ a للتأكيد", "are these the same words? a confirms"},
	MovedWords:      {"نُقل: أكّد", "moved: confirm"},
	Lost:            {"مفقود", "lost"},
	UnresolvedFound: {"قرارات تغيّر نصها: %d؛ اضغط ; لعرضها", "decisions whose words changed: %d; press ; to see them"},
	MouseOn:         {"الفأرة تعمل", "the mouse is on"},
	MouseOff:        {"الفأرة متوقفة", "the mouse is off"},

	NobodyKnown: {"لا يُعرف القائل", "nobody knows"},

	MoveMention: {"نقل طرفي الذكر الذي هنا", "move the ends of the mention here"},

	OneFile:        {"أُعطي %s، ويُقرأ ملف واحد في المرة", "%s given; rawi reads one at a time"},
	NoFile:         {"لم يُذكر ملف: اكتب اسمه، أو - للمدخل القياسي", "no file given; say which to read, or - for standard input"},
	NoArgument:     {"لا يأخذ هذا الأمر شيئا بعده: %s", "this command takes no argument: %s"},
	NoSuchCommand:  {"لا ملف اسمه %s؛ ألعلك أردت الأمر %s؟", "there is no file %s; did you mean the command %s?"},
	NoSuchFlag:     {"لا خيار اسمه %s؛ يسرد الخيارات: %s --help", "there is no flag %s; for those there are: %s --help"},
	NoSuchFlagBut:  {"لا خيار اسمه %s؛ ألعلك أردت %s؟", "there is no flag %s; did you mean %s?"},
	ValueMissing:   {"الخيار %s يلزمه شيء بعده", "the flag %s needs a value behind it"},
	NotWhole:       {"الخيار %s يلزمه عدد صحيح لا %s", "the flag %s needs a whole number, not %s"},
	NotOnOff:       {"الخيار %s إما true وإما false لا %s", "the flag %s is true or false, not %s"},
	NotColumns:     {"عرض الصفحة من عمود إلى %d عمود لا %s", "a page has from 1 to %d columns, not %s"},
	NoSuchFormat:   {"لا صيغة باسم %s؛ المتاح: --format %s", "there is no format %s; there are: --format %s"},
	SameTarget:     {"سيُكتب ما في %s وما في %s كلاهما في %s: غيّر اسم أحدهما، أو اكتبهما في مجلدين", "%s and %s would both be written to %s; rename one of them, or write them into two folders"},
	TargetIsInput:  {"سيُكتب ما في %s فوق الملف %s: اختر بـ --out مجلداً آخر", "what is in %s would be written over the input %s; choose another folder with --out"},
	NoSuchTerminal: {"لا طرفية معروفة بالاسم %s؛ اختر من: %s", "no terminal is known as %s; choose one of %s"},
	NoSuchLanguage: {"لا تتكلم الواجهة بـ %s؛ المتاح: %s", "%s is not a language of the interface; it speaks %s"},
	NothingTakenIn: {"لم يؤخذ شيء: %s", "nothing was taken in: %s"},
	NothingFrom:    {"لم يؤخذ شيء من %s: %s", "nothing was taken from %s: %s"},
	FaultsFound:    {"في المكتبة %s", "%s in the library"},
	NoKeyboard:     {"لا طرفية تُقرأ منها المفاتيح؛ شغّل rawi في طرفية، أو أضف --plain", "there is no terminal to read keys from; run rawi in one, or add --plain"},
	DecisionsLost:  {"ضاع: %s (%s)", "lost: %s (%s)"},
	DecisionsLeft:  {"لم يُحفظ: %s؛ تُرك في %s، ويأخذه البدء التالي إلى المكتبة (%s)", "not saved: %s; left in %s, from where the next start takes it into the library (%s)"},
	StandardInput:  {"المدخل القياسي", "standard input"},

	IsMissing:    {"لا وجود لـ %s: تحقق من الاسم", "%s does not exist: check the name"},
	IsForbidden:  {"لا يُسمح بفتح %s: اطلب الإذن من صاحبه", "%s may not be opened: ask its owner for permission"},
	IsFolder:     {"%s مجلد: اكتب اسم ملف فيه", "%s is a folder: name a file inside it"},
	IsEmpty:      {"%s فارغ: لا شيء فيه ليُقرأ", "%s is empty: there is nothing to read"},
	IsBlank:      {"ليس في %s إلا فراغ: لا شيء فيه ليُقرأ", "%s holds only white space: there is nothing to read"},
	IsTooLarge:   {"%s أكبر من المستطاع: قسّمه أجزاء", "%s is too large: cut it into parts"},
	IsBinary:     {"%s ليس نصا: حوّله إلى نص أو HTML أولا", "%s is not text: convert it to plain text or HTML first"},
	IsTooDeep:    {"%s صفحة HTML متداخلة أكثر مما يُقرأ: احفظ نصها وحده", "%s is HTML nested too deeply: save its text as plain text"},
	IsNoFolder:   {"%s ليس في مجلد: تحقق من المسار", "%s does not lie in a folder: check the path"},
	IsOnFullDisk: {"لا مكان في القرص لـ %s: أفسح مكانا وأعد المحاولة", "there is no room on the disk for %s: free some and try again"},
	IsThere:      {"%s موجود: اكتب اسم ملف جديد", "%s is there already: name a new file"},
	IsReadOnly:   {"القرص للقراءة فقط، فلا يُكتب %s: اختر مكانا آخر", "the disk is read-only, so %s cannot be written: choose another place"},
	IsFailing:    {"تعذّر فتح %s: %s", "%s cannot be opened: %s"},

	ConfigBroken:  {"لا تُقرأ الإعدادات %s؛ أصلحها أو انقلها من مكانها. %s", "the configuration %s cannot be read; mend it or move it away: %s"},
	ConfigUnknown: {"%s، السطر %d: لا مفتاح اسمه %s", "%s, line %d: there is no key %s"},
	ConfigNearest: {"%s، السطر %d: لا مفتاح اسمه %s؛ ألعلك أردت %s؟", "%s, line %d: there is no key %s; did you mean %s?"},
	ConfigType:    {"%s، السطر %d: تُركت قيمة %s، فالمطلوب %s", "%s, line %d: %s should be %s and is left out"},
	TypeBoolean:   {"true أو false", "true or false"},
	TypeString:    {"نص بين علامتي تنصيص", "a text in quotation marks"},
	TypeTable:     {"جدول", "a table"},
	TypeTerminal:  {"اسم طرفية مما يعرفه rawi", "the name of a terminal that rawi knows"},
	ConfigLine:    {"السطر %d: %s", "line %d: %s"},
	ConfigMore:    {"%s (وغيره: %d)", "%s (and others: %d)"},
	ConfigUnkept:  {"لا يمكن أن يُكتب الاختيار في الإعدادات %s؛ اكتبه بيدك: %s", "the choice cannot be written into the configuration %s; write it there yourself: %s"},
}
