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
	LibraryAway // a shared one
	LibraryLogin
	LibraryRights
	LibraryInsecure
	LibraryNoBase
	LibraryUnmade
	LibraryOlder
	LibraryEncoding
	LibraryAddress
	LibraryRefused
	LibraryNoText
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
	Foreign // the article is in another language
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
	AsBefore
	CorrectAlike
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
	ToQuotation
	ToArticle
	HalfDown
	HalfUp
	LockKey
	RepaintKey
	SearchKey
	NextHit
	PreviousHit
	SearchThis
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
	OthersDecided
	NoSuchKey
	KeyElsewhere
	Locked // nothing is decided
	LockOn
	LockOff

	TypeSearch // search
	HitOf
	Wrapped
	WrappedBack
	NoHit
	NothingSearched

	NoSuchQuote
	NoSuchCandidate
	NotANumber
	NoCommandCalled
	ManyCommands
	AllDecided
	LastDecided
	AcceptedCount
	AcceptedLeft
	GuessedToo
	CorrectedAlike
	NothingAlike
	NobodyBefore
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
	ShowLinks
	ChangeWay

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
	GrowMarked
	ShrinkMarked
	MarkedSpeaker
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
	Links
	Unresolved
	TypeNote
	TypeText
	TypeToSearch
	TakeAway
	Nobody
	TextKeys
	ListKeys
	HistoryKeys
	LinkKeys
	LinkKeysAlone // where links are not opened as articles
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
	NoLinks
	OpenPage
	NoPageAddress
	NotOnWeb
	NoBrowser
	Browsed
	NotBrowsed
	WayOwn
	WayRight
	WayLeft
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

	CopyQuotation // copying
	CopyWords
	CopyArticle
	QuotationNumber
	QuotationOf
	Copied
	CopiedToFile
	CopiedToBoth
	CopiedLong
	CopiedUnsure
	NotCopied

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
	NoWorkers
	SameTarget    // two inputs, one output
	TargetIsInput // an output is an input
	OverInput
	NeedsFolder
	OneFileOnly
	NoFolder
	AllOrFiles
	NoSuchSchema
	CorrectedCount // what rawi import says of corrections
	CorrectedNone
	MisfitCount
	MisfitNotUnderstood // a word for each reason of model/corrected
	MisfitNoArticle
	MisfitNoWords
	MisfitElsewhere
	MisfitNoName
	MisfitSpeakerTaken
	MisfitTwoSpeakers
	MisfitDecidedSince
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
	IsCrowded
	IsNoPage
	IsNoFolder
	IsOnFullDisk
	IsReadOnly
	IsThere
	IsFailing

	ImportedCount // what commands print
	ImportedMore
	ImportedUnknown
	MineIs
	LostDecision
	LibrarySound
	LibraryMade
	LibraryUpToDate
	LibraryCopied
	NotOnServer
	NeedsServer
	TwoLibraries
	Salvaged
	NotCounted

	UsageLine // help of the command line
	UsageAliases
	UsageExamples
	UsageCommands
	UsageFlags
	UsageGlobalFlags
	UsageMore
	UsageHelp

	ConfigBroken // the configuration
	ConfigUnknown
	ConfigNearest
	ConfigType
	TypeBoolean
	TypeString
	TypeTable
	TypeTerminal
	TypeTemplate
	TypeLanguage
	ConfigTemplate
	ConfigTemplateNearest
	ConfigUnkept
	ConfigLine
	ConfigMore

	TrainFromWhat // what is learnt of decisions
	NothingToLearn
	NoWeights
	WeightsOfOther
	WeightsBroken

	Pasted // what comes in: titles and questions
	Edits
	LibraryKeys
	EditsKeys
	OpenPasted
	LeavePasted
	EditedTo
	EditedAway

	LibraryTitle // its lists: the library, what is found in all articles, what one person said
	LibraryPrompt
	ByDate
	ByReading
	ByTitle
	BySite
	ByUndecided
	TitleHead
	SiteHead
	DateHead
	ReadHead
	PercentHead
	DecidedHead
	GuessedHead
	UnknownHead
	Number
	Opening
	NothingListed
	RemoveIt
	FindKey
	FindWhat
	Finding
	FoundTitle
	OnlyFirst
	FoundNowhere
	FoundPrompt
	FoundKeys
	SaidKey
	SaidTitle
	StillToRead
	SaidNothing
	SaidPrompt
	SaidKeys

	Bookmarks // ways back to a place
	Outline
	NarrowPrompt
	BookmarkKeys
	BookmarkKey
	ToBookmark
	BookmarksKey
	JumpBackKey
	JumpForwardKey
	OutlineKey
	LastEditKey
	AskLetter
	BookmarkSet
	BookmarkWhat
	BookmarkWhere
	NoSuchBookmark
	NoBookmarks
	NoBookmarksYet
	NoJumpBack
	NoJumpForward
	NoEditYet
	NoHeadings

	OpenOther // its actions, as the help says them
	ShowLibrary
	StopLoading
	MendText
	ShowEdits

	Loading // its answers
	LoadingOf
	NothingLoading
	OpenWhat
	SavingOpen
	EmptyLibrary
	NoEdits
	EditsFound
	FeedOpened
	FilesAdded
	ShownAsKept
	ShownSummary
	OnlySummary
	NothingMended
	Mended
	GarbledMojibake
	GarbledVisual
	GarbledWords
	GarbledForms
	ReadFlat

	IsNoAddress // why a page cannot be had
	IsNoWeb
	IsPrivate
	IsCircling
	NoServer
	Unreachable
	BadCertificate
	IsSlow
	WasStopped
	CameBroken
	PageMissing
	NeedsLogin
	AskedTooOften
	ServerFails
	StatusRefused
	IsDamaged
	IsLocked
	IsHollow
	NoneKnown
	NoFeed
	SeveralFeeds
	NotFollowed
	NoAddress
	NoFeeds
	FeedAdded
	FeedUnchanged
	FeedRemoved

	ThemeKey // how the screen looks
	ColumnKey
	SpacingKey
	ParagraphsKey
	JustifyKey
	BreaksKey
	DigitsKey
	ColumnWider
	ColumnNarrower
	ZenKey
	SettingIs
	SettingWrong

	ConfigAmong // more of the configuration

	NextMention // lists and progress
	KindIs
	TimeLeft
	ShortLeft

	HelpFilter // the help
	HelpNothing

	DoctorIsRight // the doctor asks
	DoctorMore

	NoQuotationHere // what authors say of a quotation
	NothingSaid
	LeftOpen
	OfParty

	NoTwoAuthors // rawi agree
	NoSuchAuthor
	AgreeTitle
	AgreePair
	AgreeAll
	AgreeArticles
	AgreeExact
	AgreeOverlap
	AgreeUnits
	AgreeKappa
	AgreeAlpha
	AgreedOn
	AgreeQuotations
	AgreeMentions
	AgreeKinds
	AgreeSpeakers
	AgreeConfused
	AgreeIntervals
	AgreeByArticle
	AgreeDiffer
	AgreeSettled
	AgreeTimes
	AgreeNone

	AgreeKindShort // columns of rawi agree by article
	AgreeSpeakerShort

	Quotation // rawi quotes and rawi report
	Speaker
	FilesOrAll
	NoSuchKind
	NoDay
	NoSuchGrouping
	ReportTitle
	ReportSummary
	ReportCertainty
	ReportNotice
	ReportQuotations
	ReportDirect
	ReportIndirect
	ReportWords
	ReportShare
	ReportArticles
	ReportDates
	ReportType
	ReportSite
	ReportMonth
	Contested // where authors differ, on the screen
	AsAdjudicator
	ShowKey
	ShowAll
	ShowDiffering
	ShowTheirs
	ShowMine
	ShowWrong
	NoneListed

	AdjudicateKey // adjudication
	AdjudicateTitle
	Adjudicating
	AdjudicatingEnds
	AllSettled
	NothingNext
	NextArticleKey
	NothingToSettle

	CorpusName // corpora
	NoSuchCorpus
	NoCorpora
	NoSuchValue
	StatusAuthor
	StatusTime
	NothingLeft
	GuideKey
	GuideTitle
	NoGuide
	DoneKey
	ArticleDone
	ArticleOpen
	NotOfCorpus
	MineLeft
	MineDone

	wordCount
)
