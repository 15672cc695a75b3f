package message

// Messages of every page.
const (
	LangCode      Key = "lang" // as the lang attribute has it
	SiteName      Key = "site.name"
	SiteTagline   Key = "site.tagline"
	SkipToContent Key = "site.skip"
	NavMain       Key = "nav.main"
	NavDirectives Key = "nav.directives"
	NavLanguage   Key = "nav.language"
	FooterLocal   Key = "footer.local"
	FooterKeys    Key = "footer.keys"
	Unknown       Key = "unknown"
)

// Messages of the search and its results. Documents and the like take the
// number of them.
const (
	SearchLabel       Key = "search.label"
	SearchPlaceholder Key = "search.placeholder"
	SearchButton      Key = "search.button"
	SearchAll         Key = "search.all"
	HelpTitle         Key = "help.title"
	HelpWords         Key = "help.words"
	HelpPhrase        Key = "help.phrase"
	HelpNot           Key = "help.not"
	HelpOr            Key = "help.or"
	HelpCode          Key = "help.code"
	HelpField         Key = "help.field"
	HelpMarks         Key = "help.marks"
	HelpKeys          Key = "help.keys"
	HelpAcronym       Key = "help.acronym"
	HelpAll           Key = "help.all" // link to the page of help

	HomeBrowse     Key = "home.browse"
	HomeHoldings   Key = "home.holdings" // documents
	HomeYears      Key = "home.years"    // first and last year
	HomeEmpty      Key = "home.empty"
	HomeEmptyHow   Key = "home.empty_how"
	HomeFolder     Key = "home.folder" // stands for a path in a command
	HomeDirectives Key = "home.directives"

	Documents    Key = "results.documents"       // number
	ResultsFor   Key = "results.for"             // number, query
	ResultsTitle Key = "results.title"           // query
	ResultsList  Key = "results.list"            // heading of the list
	ResultsTook  Key = "results.took"            // milliseconds, as a string
	ResultsNone  Key = "results.none"            // heading
	ResultsHints Key = "results.hints"           // what to try
	ResultsPast  Key = "results.past"            // a page behind the last
	SortLabel    Key = "results.sort"            // before the orders
	UseQuery     Key = "results.use_query"       // query to search for exactly
	DropFilters  Key = "results.no_filters"      // link
	ResultsTable Key = "results.table"           // link to all results as a file
	NoTitle      Key = "results.no_title"        // for a document without one
	PlaceNow     Key = "results.place_now"       // the province of today
	Undated      Key = "results.undated"         // for a document without a date
	MoreRefs     Key = "results.more_directives" // directives that are not shown
	FiltersTitle Key = "filters.title"           // heading
	FiltersOn    Key = "filters.on"              // heading of the chips
	FilterDrop   Key = "filters.drop"            // field, value: name of a chip's link
	FilterClear  Key = "filters.clear"           // all of them
	FilterApply  Key = "filters.apply"           // button
	FilterQuery  Key = "filters.query"           // name of the chip for how the query is taken
	FilterTyped  Key = "filters.literal"         // its value
	FilterMore   Key = "filters.more"            // number of values that are folded away
	FilterInText Key = "filters.typed"           // of a value that stands in the query
	FilterLeft   Key = "filters.left"            // number of values that are not listed
	FilterOther  Key = "filters.other"           // documents with values that are not listed
	FilterBy     Key = "filters.by"              // value, to narrow the search to
	FilterFrom   Key = "filters.from"            // name of the filter for the first day
	FilterTo     Key = "filters.to"              // and for the last
	PagesLabel   Key = "pages.label"             // name of the navigation
	PagePrevious Key = "pages.previous"          // link
	PageNext     Key = "pages.next"              // link
	PageNumber   Key = "pages.number"            // number
	DirectivesH  Key = "directives.title"        // heading of the list
	DirectivesIn Key = "directives.intro"        // number of directives
	DirectiveNo  Key = "directives.none"         // none at all
	ColDirective Key = "directives.col_code"     // heads of the table's columns
	ColIssued    Key = "directives.col_issued"
	ColDocuments Key = "directives.col_documents"
)

// Messages of the page of a document.
const (
	BackToResults Key = "doc.back"
	BackToSearch  Key = "doc.back_search"
	DocAbout      Key = "doc.about"
	DocConfidence Key = "doc.confidence" // percent
	DocInText     Key = "doc.in_text"
	DocInTextOf   Key = "doc.in_text_of" // field
	DocNotBefore  Key = "doc.not_before"
	DocSource     Key = "doc.source"
	DocFile       Key = "doc.file"
	DocEncoding   Key = "doc.encoding"
	DocReferences Key = "doc.references"
	DocAcronyms   Key = "doc.acronyms"
	DocRatios     Key = "doc.ratios"
	DocRatiosHold Key = "doc.ratios_hold" // number of ratios that agree
	DocRefsNone   Key = "doc.references_none"
	DocMentions   Key = "doc.mentions" // number
	DocMention    Key = "doc.mention"  // number of the mention, directive
	DocCitedBy    Key = "doc.cited_by" // directive
	DocTerm       Key = "doc.term"     // congress term
	DocOf         Key = "doc.of_date"  // date of a directive
	DocRelations  Key = "doc.relations"
	DocThis       Key = "doc.this"
	DocText       Key = "doc.text"
	DocNoise      Key = "doc.noise" // number of characters
	DocNoiseShort Key = "doc.noise_short"
	DocCaption    Key = "doc.caption"
	Matches       Key = "match.count"    // number
	MatchesNone   Key = "match.none"     // query
	MatchesMore   Key = "match.more"     // number of matches that can be reached
	MatchFirst    Key = "match.first"    // link
	MatchNext     Key = "match.next"     // link
	MatchPrevious Key = "match.previous" // link
	MatchPosition Key = "match.position" // match, matches
	MatchNav      Key = "match.nav"      // name of the navigation
	DocFindLabel  Key = "doc.find"       // label of the box that searches in the document
	DocFindButton Key = "doc.find_button"
)

// Messages of errors.
const (
	FilterUnknown Key = "error.filter"      // field, value
	FilterNear    Key = "error.filter_near" // value that is close

	ErrorBadRequest  Key = "error.bad_request"
	ErrorQueryLong   Key = "error.query_long" // bytes allowed
	ErrorPage        Key = "error.page"       // number of hits that can be reached
	ErrorParameter   Key = "error.parameter"  // name, value
	ErrorTooMany     Key = "error.too_many"   // values allowed
	ErrorNotFound    Key = "error.not_found"
	ErrorNoDocument  Key = "error.no_document"
	ErrorNoPage      Key = "error.no_page"
	ErrorMethod      Key = "error.method"
	ErrorMethodText  Key = "error.method_text"
	ErrorInternal    Key = "error.internal"
	ErrorInternalSay Key = "error.internal_text"
	ErrorHost        Key = "error.host"
	ErrorHostText    Key = "error.host_text" // host as asked for
	ErrorTime        Key = "error.time"
	ErrorTimeText    Key = "error.time_text"
	ErrorBusy        Key = "error.busy"
	ErrorBusyText    Key = "error.busy_text"
	TryInstead       Key = "error.try" // value
)

// What is said of a directive of which only the code is known, beside others of
// that code; both take the code.
const (
	DirectiveNoTerm Key = "directive.no_term"
	DirectiveNoTail Key = "directive.no_tail"
)

// DirectiveNoPlace stands in the name of a directive for a place that is not known.
const DirectiveNoPlace Key = "directive.no_place"

// The names of a plenum's resolution and conclusion.
const (
	DirectivePlenum    Key = "directive.plenum"     // number
	DirectivePlenumOf  Key = "directive.plenum_of"  // number, congress term
	ConclusionPlenum   Key = "conclusion.plenum"    // number
	ConclusionPlenumOf Key = "conclusion.plenum_of" // number, congress term
)

// RestoredTones is said of a query that was typed with some marks; it takes the
// query and the query with all its marks.
const RestoredTones Key = "note.restored_tones"

// RepairOther is said of a repair that has no message of its own; it takes
// what stands at its place.
const RepairOther Key = "repair.other"
