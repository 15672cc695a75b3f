package message

// Messages of the provinces of today and those that they were made of.
const (
	ProvinceApart Key = "province.apart"    // province of today, without those it was made of
	UseApart      Key = "results.use_apart" // link: only the reports that name this province of today
	UseWhole      Key = "results.use_whole" // link: with those that this province of today was made of
)

// Messages of the page of a directive, and of trees.
const (
	DirectiveNoMore    Key = "directive.no_more"   // in a name: nothing more is known, as of others of the code
	DirectiveCited     Key = "directive.cited"     // documents that refer to it
	DirectiveSpan      Key = "directive.span"      // first and last date
	DirectiveAbout     Key = "directive.about"     // heading
	DirectiveType      Key = "directive.type"      // names of its values
	DirectiveSubject   Key = "directive.subject"   //
	DirectiveDate      Key = "directive.date"      //
	DirectiveIssuer    Key = "directive.issuer"    //
	DirectiveTerm      Key = "directive.term"      //
	DirectiveVoice     Key = "directive.voice"     // documents that say so
	DirectiveDiffer    Key = "directive.differ"    // before the voices: documents differ
	DirectiveOthers    Key = "directive.others"    // heading
	DirectiveSeveral   Key = "directive.several"   // number of directives of the code
	DirectiveTree      Key = "directive.tree"      // heading
	DirectiveTreeNone  Key = "directive.tree_none" // nothing is told
	DirectiveAsked     Key = "directive.asked"     // beside the directive of the page
	TreeAsked          Key = "say.tree_asked"      // beside the directive that a tree was asked for
	DirectiveReports   Key = "directive.reports"   // documents that say that they carry it out
	DirectiveStated    Key = "directive.stated"    // documents that state a relation
	DirectiveMore      Key = "directive.more"      // directives that are left out
	DirectiveCiters    Key = "directive.citers"    // heading: who refers to it
	DirectiveDocuments Key = "directive.documents" // heading: the documents
	DirectiveAll       Key = "directive.all"       // link: documents
	DirectivePage      Key = "directive.page"      // link to the page: directive
	DirectiveSee       Key = "directive.see"       // the same, in short
	DocSteps           Key = "doc.steps"           // heading: what lies above and below
	ErrorNoDirective   Key = "error.no_directive"
)

// Messages of the coverage.
const (
	NavCoverage    Key = "nav.coverage"
	CoverageTitle  Key = "coverage.title"
	CoverageIntro  Key = "coverage.intro"
	CoverageNone   Key = "coverage.none"     // an empty cell
	CoverageLegend Key = "coverage.legend"   // what an empty cell does not say
	CoverageNow    Key = "coverage.now"      // link: the provinces of today
	CoverageThen   Key = "coverage.then"     // link: those until 30 June 2025
	CoverageScale  Key = "coverage.scale"    // name of these links
	CoverageNoRow  Key = "coverage.no_place" // documents without a province
	CoverageFirst  Key = "coverage.first"    // date of the first document
	CoverageAdd    Key = "coverage.add"      // label of the box for another directive
	CoverageButton Key = "coverage.button"
	CoverageUsual  Key = "coverage.usual"   // link: the most cited directives again
	CoverageNoUse  Key = "coverage.nothing" // no column at all
)

// Messages of the command line on directives.
const (
	FlagTree      Key = "flag.tree"
	FlagProvinces Key = "flag.provinces"
	FlagColumns   Key = "flag.columns"
	FlagTable     Key = "flag.table"
	CoverageShort Key = "cmd.coverage"
	CoverageLong  Key = "cmd.coverage_long"
	ErrorRows     Key = "error.provinces"
	TreeMissing   Key = "say.tree_missing" // code as typed
	TreeShort     Key = "say.tree_related" // nothing is told of it
)
