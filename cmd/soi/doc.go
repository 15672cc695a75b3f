// Command soi searches Vietnamese directive reports: it indexes files and
// folders, answers queries on the command line, and serves a search page.
//
// # JSON
//
// What a command prints with --json is a contract: fields are only ever added.
// It is one line, one object or list; "soi extract" prints a line for each
// document. Below stand the fields of each, with their type and meaning.
//
// A span, [start,end], is a half-open range of bytes of UTF-8. A type with
// |null is null where the value is unknown; a name with - behind it is left out
// where it is empty. The name of an object whose fields stand under a heading
// of their own is its type; * is any name. Dates are ISO, 2021-10-25, and text
// meant for people is in the language of the run.
//
// # soi index --json
//
//	index      string   folder of the index
//	added      integer  documents that the index did not have
//	updated    integer  documents that differ from what it had
//	removed    integer  documents whose files have vanished, with --prune
//	unchanged  integer  documents with nothing new
//	documents  integer  documents in the index now
//	failed     integer  files and records that could not be read, each named on stderr
//	cut        integer  documents of which some words are not indexed: they have over 200,000 different ones
//	rebuilt    boolean  an index of another version was replaced as a whole
//
// # soi search --json
//
//	query                      string         as typed
//	total                      integer        documents that match
//	folded                     integer        of them, copies of hits that are no hits themselves
//	took_ms                    number         time of the search in milliseconds
//	partial                    boolean        the time ran out: hits and counts are of what was reached
//	notes                      []note         what the search did beyond the letter of the query
//	hits[].id                  string         what soi show takes
//	hits[].title               string         "" if there is none
//	hits[].title_spans         [][start,end]  matches in title
//	hits[].url                 string|null    address on the web
//	hits[].path                string         file that it came from
//	hits[].province            string|null    as of the report
//	hits[].province_now        string|null    since 1 July 2025
//	hits[].year                integer|null   of published
//	hits[].published           string|null    date
//	hits[].level               string|null    trung_uong, tinh, huyen, xa, khac
//	hits[].kind                string|null    bao_cao, tin, van_ban, khac
//	hits[].directives          []string       identities, 21-KL/TW@XIII
//	hits[].directive_labels    []string       the same for people: 21-KL/TW, with its term where the collection has others
//	hits[].score               number         the higher the better; only within one search
//	hits[].snippet.text        string         a passage, "" if there is none
//	hits[].snippet.spans       [][start,end]  matches in text
//	hits[].snippet.start       integer        where text begins in the document's text, in bytes
//	hits[].why[].kind          string         a way in which it matches: code, title, together, phrase, unmarked, marked, otherwise, acronym, former, lacks
//	hits[].why[].args          []string       the words that it speaks of
//	hits[].copies[].id         string         the same report in another document, folded into the hit
//	hits[].copies[].title      string         "" if there is none
//	hits[].copies[].url        string|null    address on the web
//	hits[].copies[].path       string         file that it came from
//	hits[].copies[].site       string|null    host of url
//	hits[].copies[].published  string|null    date
//	hits[].more_copies         integer        copies that are not listed
//	next                       string|null    what --cursor takes for the page that follows; null on the last
//	facets.*[].value           string         by field (province, directive, year, level); what a filter takes
//	facets.*[].label           string         for people
//	facets.*[].count           integer        documents with it, under all filters but those of the field
//	facets.*[].selected        boolean        it is among the filters
//	relaxations[].field        string|null    where nothing was found: whose filter to leave out; null: a part of the query or, without values, all filters
//	relaxations[].values       []string       of that filter, or that part
//	relaxations[].query        string|null    what is left of the query, where a part of it is left out
//	relaxations[].total        integer        documents found then
//
// # note
//
//	kind  string    restored, keystrokes, horn, did_you_mean, …
//	args  []string  what it speaks of
//	text  string    a sentence for people
//
// # soi extract --json
//
//	...document  fields  of each document one object with these
//
// # document
//
//	file                     string            path
//	id                       string            what the index calls it
//	title                    string|null       as written
//	published                string|null       date
//	not_before               string|null       the latest past date it names, where published is unknown
//	year                     integer|null      of published
//	province                 string|null       as of the report
//	province_now             string|null       since 1 July 2025
//	district                 string|null       Tiên Phước
//	commune                  string|null       Long Bình
//	level                    string|null       trung_uong, tinh, huyen, xa, khac
//	kind                     string|null       bao_cao, tin, van_ban, khac
//	issuer                   string|null       issuing body
//	site                     string|null       host of url, without www.
//	url                      string|null       address on the web
//	encoding                 string|null       what its text was written in, where that was put right: tcvn3, vni-win, cp1258, utf8-in-1252, utf-16le, …
//	evidence.*.rule          string            by field; the rule that gave the value: title, line, sidecar, …
//	evidence.*.quote         string            the words that tell it
//	evidence.*.span-         [start,end]|null  where they stand in the text
//	evidence.*.confidence    number            0 to 1
//	references[].raw         string            as written
//	references[].start       integer           where, in bytes of the text
//	references[].end         integer           behind its last byte
//	references[].code        string|null       05-CT/TW
//	references[].key         string|null       the code to compare: capitals without marks, no leading zeros
//	references[].identity    string|null       21-KL/TW@XIII
//	references[].type        string|null       Kết luận
//	references[].number      string|null       21, 05
//	references[].date        string|null       of issue
//	references[].issuer      string|null       as written
//	references[].term        string|null       congress term, XIII
//	references[].year        integer|null      in the code of a state document
//	references[].title       string|null       the words "về …" that follow
//	references[].kind        string            code, number, plenum, alias, anaphor
//	references[].confidence  number            0 to 1
//	references[].noise       boolean           outside of what the document says, in a related link say; it has no relations and is not searched
//	relations[].kind         string            implements, reviews, amends, replaces
//	relations[].from         string            identity; "" is the document itself
//	relations[].to           string            identity
//	relations[].evidence     [start,end]       the words that state it
//	relations[].confidence   number            0 to 1
//	ratios[].part            number            of a quantity stated as part/whole and in percent
//	ratios[].whole           number            what it is a part of
//	ratios[].percent         number            as stated
//	ratios[].sum             number            as it works out
//	ratios[].holds           boolean           the two agree within the rounding of percent
//	ratios[].quotient        [start,end]       part/whole
//	ratios[].stated          [start,end]       the percentage
//	ratios[].sentence        [start,end]       that states them
//	acronyms[].short         string            BTV
//	acronyms[].long          string            Ban Thường vụ
//	acronyms[].short_span    [start,end]       where the short form stands
//	acronyms[].long_span     [start,end]       where the long form stands
//	acronyms[].kind          string            initials, foreign, declared
//
// # soi show --json
//
//	...document      fields         as soi extract gives them
//	path             string         file that it came from
//	text             string         the whole text, NFC; all spans are of it
//	title_span       [start,end]    empty if there is no title
//	body             [][start,end]  what is searched besides the title
//	captions         [][start,end]  of photos; searched too
//	matches          [][start,end]  of the query, with --query
//	notes            []note         how the query was read
//	source.path      string         the file when it was read
//	source.size      integer        bytes
//	source.mod_time  time           its time of change, RFC 3339
//	source.sha256    string         of the file
//	source.sidecar-  string         SHA-256 of the sidecar beside it
//	source.record-   string         SHA-256 of the record, if it is one of a JSONL file
//	source.version   integer        version of the reader
//
// # soi analyze --json
//
//	[].term      string   kl
//	[].entry-    string   what an index holds for it, /kl in 21-KL/TW, where that is not the term
//	[].start     integer  where it stands, in bytes of the text
//	[].end       integer  behind its last byte
//	[].position  integer  from 1; a whole, such as a code, and its first part share one
//	[].kind      string   word, number, code, date, acronym, joined, address
//
// # soi directives --json
//
//	[]  directive  the most cited first
//
// # directive
//
//	identity             string   21-KL/TW@XIII
//	filter               string   what --directive takes for it and for no other
//	code                 string   21-KL/TW
//	same                 integer  other directives of the code
//	type                 string   Kết luận; "" unknown, like all that follows
//	title                string   về đẩy mạnh xây dựng, chỉnh đốn Đảng
//	term                 string   congress term
//	date                 string   of issue
//	issuer               string   issuing body
//	level                string   of the issuing body
//	documents            integer  documents that refer to it
//	first                string   date of the earliest of them
//	last                 string   date of the latest
//	types[].value        string   all that documents say, the most frequent first
//	types[].documents    integer  how many say it
//	titles[].value       string   at most 8
//	titles[].documents   integer  how many say it
//	dates[].value        string   dates of issue
//	dates[].documents    integer  how many say it
//	issuers[].value      string   issuing bodies
//	issuers[].documents  integer  how many say it
//
// # soi directives --tree --json
//
//	code   string      as typed
//	trees  [][]branch  for each directive of the code, what it carries out and what carries it out
//
// # branch
//
//	identity                        string       of the directive
//	code                            string       21-KL/TW
//	type                            string       Kết luận; "" unknown
//	title                           string       what it is about
//	date                            string       of issue
//	level                           string       of the issuing body
//	documents                       integer      documents that refer to it
//	asked                           boolean      it is the one that the tree was asked for
//	reports                         integer      documents that say that they carry it out
//	relation?.kind                  string       how it is tied to the branch above; relation is null at a root
//	relation?.from                  string       identity
//	relation?.to                    string       identity
//	relation?.confidence            number       of the surest statement, 0 to 1
//	relation?.documents             integer      documents that state it
//	relation?.evidence[].document   string       id; the surest three
//	relation?.evidence[].title      string       of that document
//	relation?.evidence[].published  string|null  its date
//	relation?.evidence[].province   string|null  its province
//	relation?.evidence[].sentence   string       that states it
//	relation?.evidence[].words      [start,end]  of sentence: the words that do
//	relation?.evidence[].start      integer      where sentence begins in the document's text, in bytes
//	branches                        []branch     below
//	more                            integer      branches left out
//	end                             string|null  why the tree does not go on: cycle, open, shown, far, changed
//
// # soi coverage --json
//
//	provinces                 integer      63, as of the reports, or 34, of today
//	directives                []directive  the columns
//	rows[].province           string|null  null in the last row: documents without a province
//	rows[].cells[].documents  integer      of the province that refer to the directive; 0: none in this collection
//	rows[].cells[].first      string|null  date of the earliest
//	rows[].cells[].link       string|null  the search for them on a server
//
// # soi suggest --json
//
//	text                 string        as typed
//	suggestions[].text   string        for people
//	suggestions[].kind   string        place, directive, phrase, title
//	suggestions[].count  integer|null  documents; null where they are not counted
//	suggestions[].query  string        what to search for
//
// # soi eval relevance --json
//
//	queries    integer       judged queries
//	ndcg@10    number        mean, like the next two
//	mrr@10     number        reciprocal rank of the first relevant document
//	recall@10  number        share of the relevant documents among the first ten
//	gains      []rankchange  with --against, like all that follows: queries answered better, the largest change first
//	losses     []rankchange  queries answered worse
//	same       integer       queries answered as before
//	apart      integer       queries of one of the runs only
//
// # rankchange
//
//	before  ranking  in the stored run
//	after   ranking  in this one
//
// # ranking
//
//	qid        string    of the query
//	query      string    as it was put to Soi
//	ndcg@10    number    0 to 1
//	mrr@10     number    0 to 1
//	recall@10  number    0 to 1
//	ranking    []string  ids, the best first
//
// # soi eval extract --json
//
//	documents              integer          labelled ones
//	fields.*.gold          integer          by field: labels that have a value
//	fields.*.found         integer          values that Soi gave
//	fields.*.right         integer          of them, those that are the label's
//	fields.*.abstained     integer          labels with a value where Soi gave none
//	fields.*.invented      integer          values that Soi gave where the document does not tell
//	fields.*.precision     number|null      right of found; null: nothing was found
//	fields.*.recall        number|null      right of gold; null: there is no label
//	fields.*.f1            number|null      their harmonic mean
//	fields.*.precision_95  [low,high]|null  its 95 % interval
//	fields.*.recall_95     [low,high]|null  its 95 % interval
//	kinds.*.gold           integer          by kind of reference: labels
//	kinds.*.found          integer          of them found
//	gains                  []change         with --against, else empty: what is right now and was not
//	losses                 []change         what was right and is not
//
// # change
//
//	before  outcome|null  null: the label or the value was not there
//	after   outcome|null  null: it is not there any more
//
// # outcome
//
//	document  string   its name in the labels
//	field     string   a field of a document, references or identities
//	place     string   of a reference, in bytes: 127-208; "" elsewhere
//	gold      string   the label; "" where the document does not tell
//	got       string   the value; "" where Soi gave none
//	right     boolean  they are one
package main
