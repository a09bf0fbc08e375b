"""Forms that people fill in: a workbook of a coalition's tables, and a questionnaire."""
