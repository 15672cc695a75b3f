package message

// Messages of the provinces of today and those that they were made of.
const (
	ProvinceApart Key = "province.apart"    // province of today, without those it was made of
	UseApart      Key = "results.use_apart" // link: only the reports that name this province of today
	UseWhole      Key = "results.use_whole" // link: with those that this province of today was made of
)
