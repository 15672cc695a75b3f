package main

import (
	"fmt"
	"strings"

	"soi/web"
	"soi/web/message"
)

// printQueryHelp writes the help for the query language: each line a query
// that can be given to "soi search", and what it asks for.
func (a *app) printQueryHelp() {
	widest := 0
	for _, topic := range web.Help {
		for _, e := range topic.Examples {
			widest = max(widest, cells(e.Query))
		}
	}
	fmt.Fprintln(a.out, a.show(styleTitle, a.Text(message.HelpTitle)))
	for _, topic := range web.Help {
		fmt.Fprintf(a.out, "\n%s\n", a.show(styleTitle, a.Text(topic.Title)))
		for _, e := range topic.Examples {
			head := "  " + e.Query + strings.Repeat(" ", widest-cells(e.Query)+2)
			indent := strings.Repeat(" ", cells(head))
			fmt.Fprintln(a.out, head+strings.TrimPrefix(a.wrap(indent, a.Text(e.Means)), indent))
		}
	}
	fmt.Fprintf(a.out, "\n%s\n%s\n", a.wrap("", web.HelpLimits(a.Printer)), a.wrap("", a.Text(message.HelpRepaired)))
}
