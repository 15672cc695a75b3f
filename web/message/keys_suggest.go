package message

// Messages of the suggestions below the search box.
const (
	SuggestLabel Key = "suggest.label" // name of the list
	SuggestCount Key = "suggest.count" // suggestions, said aloud
	SuggestPlace Key = "suggest.place" // documents
	SuggestCited Key = "suggest.cited" // documents
	SuggestTitle Key = "suggest.title"
)

// Messages of "soi suggest".
const (
	SuggestShort     Key = "cmd.suggest"
	SuggestLong      Key = "cmd.suggest_long"
	FlagSuggestLimit Key = "flag.suggest_limit"
	ErrorFifty       Key = "say.error_fifty"
)
