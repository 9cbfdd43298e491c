"""Pictures of pages → words with boxes and confidences, and ruling lines. Tesseract recognises; Pillow cleans.

`wanted` and `engine` are light; `recognise`, which needs Pillow, is imported where a page must be recognised.
"""
