package main

import (
	"math"
)

// An extractRun is what "soi eval extract --save" stores and --against reads.
type extractRun struct {
	Outcomes []outcome `json:"outcomes"`
}

// A change is an outcome that differs between two runs.
type change struct {
	Before *outcome `json:"before"` // null: the label or value was not there
	After  *outcome `json:"after"`
}

// difference lists what a run wins and loses against an earlier one, in the
// order of the runs. A wrong value without a label that comes or goes is a
// loss or a gain too.
func difference(before, after []outcome) (gains, losses []change) {
	old := map[outcome]outcome{}
	for _, o := range before {
		old[o.identity()] = o
	}
	for _, o := range after {
		was, ok := old[o.identity()]
		delete(old, o.identity())
		switch c := (change{&was, &o}); {
		case !ok && !o.Right && o.Gold == "":
			losses = append(losses, change{nil, &o})
		case !ok || was.Right == o.Right:
		case o.Right:
			gains = append(gains, c)
		default:
			losses = append(losses, c)
		}
	}
	for _, o := range before {
		if _, gone := old[o.identity()]; gone && !o.Right && o.Gold == "" {
			gains = append(gains, change{&o, nil})
		}
	}
	return gains, losses
}

// identity is what two outcomes of one label share; a value without a label
// is its own.
func (o outcome) identity() outcome {
	id := outcome{Document: o.Document, Field: o.Field, Place: o.Place, Gold: o.Gold}
	if o.Gold == "" && o.Field == fieldReferences {
		id.Got = o.Got
	}
	return id
}

// A score says how well one field was extracted. The JSON names are the
// contract of "soi eval extract --json".
type score struct {
	Gold      int `json:"gold"`      // labels that have a value
	Found     int `json:"found"`     // values that Soi gave
	Right     int `json:"right"`     // of them, those that are the label's
	Abstained int `json:"abstained"` // labels with a value where Soi gave none
	Invented  int `json:"invented"`  // values that Soi gave where the document does not tell

	Precision *float64 `json:"precision"` // right of found; null: nothing was found
	Recall    *float64 `json:"recall"`    // right of gold; null: there is no label
	F1        *float64 `json:"f1"`        // their harmonic mean

	PrecisionRange *interval `json:"precision_95"` // 95 % interval
	RecallRange    *interval `json:"recall_95"`
}

// An interval is a range of shares.
type interval [2]float64

// scores sums the outcomes of each field up.
func scores(outcomes []outcome) map[string]score {
	all := map[string]score{}
	for _, o := range outcomes {
		s := all[o.Field]
		if o.Gold != "" {
			s.Gold++
		}
		if o.Got != "" {
			s.Found++
		}
		switch {
		case o.Right:
			s.Right++
		case o.Got == "":
			s.Abstained++
		case o.Gold == "":
			s.Invented++
		}
		all[o.Field] = s
	}
	for field, s := range all {
		s.rate()
		all[field] = s
	}
	return all
}

// rate works the shares of a score out.
func (s *score) rate() {
	s.Precision, s.PrecisionRange = share(s.Right, s.Found)
	s.Recall, s.RecallRange = share(s.Right, s.Gold)
	if n := s.Found + s.Gold; n > 0 {
		f1 := 2 * float64(s.Right) / float64(n)
		s.F1 = &f1
	}
}

// share is n of total with its 95 % interval after Wilson, which also holds
// for few and for shares near 1 (E. B. Wilson, JASA 22, 1927); nil of none.
func share(n, total int) (*float64, *interval) {
	if total == 0 {
		return nil, nil
	}
	const z = 1.959964 // standard deviations to each side of 95 %
	p, t := float64(n)/float64(total), float64(total)
	middle := (p + z*z/(2*t)) / (1 + z*z/t)
	half := z * math.Sqrt(p*(1-p)/t+z*z/(4*t*t)) / (1 + z*z/t)
	return &p, &interval{max(0, middle-half), min(1, middle+half)}
}
