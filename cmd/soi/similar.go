package main

import (
	"context"
	"fmt"

	"soi/index/schema"
	"soi/web/message"
)

// similarListed is the number of similar documents that "soi show --similar"
// lists.
const similarListed = 5

// A similarJSON is the object that "soi show --similar --json" prints.
type similarJSON struct {
	ID         string     `json:"id"`
	Copies     []copyJSON `json:"copies"`      // the same report elsewhere
	MoreCopies int        `json:"more_copies"` // of them, those that are not listed
	Similar    []hitJSON  `json:"similar"`     // the most alike first; why says what they have in common
}

func (a *app) runSimilar(ctx context.Context, opts showOptions) error {
	ix, err := a.openIndex(opts.IndexDir)
	if err != nil {
		return err
	}
	defer ix.Close()
	found, err := ix.Similar(ctx, opts.ID, similarListed)
	if err != nil {
		return a.documentError(err, opts.ID)
	}
	if opts.JSON {
		return printJSON(a.out, a.newSimilarJSON(opts.ID, &found))
	}
	if len(found.Copies) > 0 {
		fmt.Fprintln(a.out, a.show(styleTitle, a.Text(message.DocCopies)))
		a.printCopies("", found.Copies, found.MoreCopies)
	}
	if len(found.Hits) > 0 {
		fmt.Fprintln(a.out, a.show(styleTitle, a.Text(message.DocSimilar)))
	}
	for i, h := range found.Hits {
		a.printHit(i+1, h, found.Labels, true)
	}
	return nil
}

func (a *app) newSimilarJSON(id string, s *schema.Similar) similarJSON {
	out := similarJSON{ID: id, Copies: newCopiesJSON(s.Copies), MoreCopies: s.MoreCopies, Similar: []hitJSON{}}
	for _, h := range s.Hits {
		out.Similar = append(out.Similar, a.newLabelledHitJSON(h, s.Labels))
	}
	return out
}
