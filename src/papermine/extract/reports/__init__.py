"""Officers' reports → header fields, recommendations, implications, background papers.

A paper goes through `records`: the header by its labels (`headers`; labels that stand below the first section: `endmatter`; one label for
two people: `jointlabels`), what the meeting is asked to decide (`recommendations`), the standard sections (`sections`).
"""

from papermine.extract.reports.records import order_paper, report_records

__all__ = ["order_paper", "report_records"]
