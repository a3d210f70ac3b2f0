"""Every case of the list of broken and hostile inputs, with the tests that check it, message included."""

CASES: dict[str, tuple[str, ...]] = {
    "Bundle: names that lead out, absolute, C:\\, links, two manifests": (
        "tests/store/bundle/test_names.py::test_unsafe_names_refuse_the_whole_bundle",
        "tests/store/bundle/test_names.py::test_links_and_devices_are_refused",
        "tests/store/bundle/test_names.py::test_a_second_manifest_is_refused",
        "tests/store/bundle/test_names.py::test_names_that_are_there_twice_or_only_look_different_are_refused",
    ),
    "Bundle: 200 MB in 189 KB, 100,000 entries": (
        "tests/store/bundle/test_archives.py::test_a_bomb_is_refused_before_it_is_unpacked",
        "tests/store/bundle/test_archives.py::test_a_hundred_thousand_entries_are_refused_before_they_are_listed",
    ),
    "Bundle: a picture outside, UNC, URL; missing or altered media": (
        "tests/store/bundle/test_pictures.py::test_a_picture_from_outside_is_never_opened",
        "tests/store/bundle/test_pictures.py::test_a_missing_picture_is_told_by_its_name",
        "tests/store/bundle/test_pictures.py::test_a_picture_that_is_not_the_one_that_was_packed_is_left_out",
    ),
    "Bundle: cut short; newer schema": (
        "tests/store/bundle/test_damaged.py::test_a_file_that_was_cut_short_is_refused",
        "tests/store/bundle/test_manifests.py::test_newer_formats_are_refused_and_left_as_they_are",
    ),
    "Brandbook: nested too deeply, duplicate keys": (
        "tests/brand/test_load.py::test_a_file_that_cannot_be_read_is_refused_with_a_reason",
    ),
    "Source: deep JSON, duplicate keys, NaN and Infinity": (
        "tests/store/test_jsonfile.py::test_keys_written_twice_are_reported_with_their_place",
        "tests/store/test_jsonfile.py::test_a_file_that_cannot_be_read_says_why",
        "tests/store/test_jsonfile.py::test_a_file_of_endlessly_many_values_is_refused_before_it_fills_the_memory",
    ),
    "Brandbook: NaN, Infinity, lists for numbers and colours": (
        "tests/brand/test_load.py::test_numbers_that_are_not_finite_are_refused",
        "tests/brand/test_load.py::test_a_page_of_no_size_is_refused_and_a4_is_taken",
        "tests/brand/test_load.py::test_a_colour_that_is_a_list_is_refused",
    ),
    "Brandbook: byte order mark": ("tests/brand/test_load.py::test_a_byte_order_mark_is_accepted",),
    "SVG: local picture, script": (
        "tests/guarding/test_drawings.py::test_a_local_picture_a_script_and_a_style_from_elsewhere_stay_unopened",
        "tests/brand/test_svg.py::test_what_is_not_a_shape_is_left_out_and_said",
    ),
    "SVG: use bomb, entities, huge path": (
        "tests/guarding/test_drawings.py::test_the_work_on_a_drawing_grows_no_faster_than_its_file",
        "tests/brand/test_svg.py::test_hostile_and_broken_drawings_are_refused",
        "tests/guarding/test_drawings.py::test_a_larger_drawing_is_refused",
    ),
    "SVG: read as a picture of the window": (
        "tests/widgets/test_pictures.py::test_a_drawing_with_the_name_of_a_picture_is_not_drawn",
    ),
    "Font: broken, huge, built to stop programs": (
        "tests/text/test_fonts.py::test_a_bad_file_is_reported_and_another_face_stands_in",
        "tests/text/test_fonts.py::test_a_huge_file_is_refused_unread",
        "tests/guarding/test_fonts.py::test_subroutines_without_end_are_refused",
        "tests/guarding/test_fonts.py::test_glyphs_that_are_made_of_each_other_do_no_harm",
        "tests/guarding/test_fonts.py::test_a_font_that_is_packed_for_the_web_is_named",
        "tests/guarding/test_fonts.py::test_a_table_of_nonsense_or_without_end_is_borne",
        "tests/end2end/test_fonts.py::test_the_document_comes_out_in_another_face_and_the_font_is_named",
        "tests/widgets/test_real_pages.py::test_a_brandbook_whose_fonts_are_broken_is_told_and_its_pages_are_shown",
    ),
    "Font: without Cyrillic or ₽": (
        "tests/text/test_paragraph.py::test_letters_that_no_face_has_are_named",
        "tests/layout/test_compose.py::test_letters_that_no_face_has_are_reported_each_time",
    ),
    "Font: outside of the brandbook": ("tests/brand/test_load.py::test_a_font_outside_the_brandbook_is_never_opened",),
    "Picture: truncated, flagged at import": (
        "tests/guarding/test_pictures.py::test_a_photograph_that_was_cut_off_is_named",
        "tests/guarding/test_pictures.py::test_pictures_of_an_imported_proposal_that_cannot_be_used_are_told_at_once_and_kept",
    ),
    "Picture: 900 megapixels, decompression bombs, thousands of scans, many frames": (
        "tests/guarding/test_pictures.py::test_nine_hundred_megapixels_are_refused_before_they_are_decoded",
        "tests/guarding/test_pictures.py::test_few_bytes_that_would_fill_the_memory_are_refused",
        "tests/guarding/test_pictures.py::test_a_progressive_photograph_that_is_too_large_is_told_so_with_what_to_do",
        "tests/guarding/test_pictures.py::test_a_photograph_of_thousands_of_scans_is_stopped",
        "tests/guarding/test_pictures.py::test_of_a_film_only_the_first_frame_is_looked_at",
        "tests/guarding/test_pictures.py::test_a_picture_that_nobody_looked_at_is_not_decoded_for_the_pages_either",
    ),
    "Picture: EXIF, GPS, camera": (
        "tests/pdf/test_pictures.py::test_nothing_that_the_camera_noted_is_kept",
        "tests/end2end/test_demo_pages.py::test_no_name_no_path_and_no_camera_is_in_the_file",
    ),
    "Picture: orientation 6": ("tests/pdf/test_pictures.py::test_a_picture_that_the_camera_turned_stands_upright",),
    "Picture: CMYK, 16-bit grey, alpha": (
        "tests/pdf/test_pictures.py::test_a_cmyk_photograph_keeps_its_colours",
        "tests/pdf/test_pictures.py::test_sixteen_bit_grey_is_not_white",
        "tests/pdf/test_pictures.py::test_transparency_stays_a_mask_and_never_becomes_black",
    ),
    "Picture: HTML renamed .jpg, zero bytes": (
        "tests/guarding/test_pictures.py::test_a_page_of_the_web_with_the_name_of_a_picture_is_named",
        "tests/guarding/test_pictures.py::test_an_empty_file_is_named",
        "tests/guarding/test_pictures.py::test_a_picture_that_is_none_is_not_taken_in",
    ),
    "Picture: re-encoded, the original stays": (
        "tests/pdf/test_pictures.py::test_nothing_that_the_camera_noted_is_kept",
        "tests/store/test_workspace.py::test_media_are_named_by_their_content",
    ),
    "Spreadsheet: formula without a value": (
        "tests/intake/test_bad_inputs.py::test_a_formula_without_its_value_says_recalculate_and_save",
    ),
    "Spreadsheet: exported cells that begin like formulas, telephones, negative numbers": (
        "tests/exchange/test_leaks.py::test_a_text_that_looks_like_a_formula_is_none",
        "tests/widgets/test_grid.py::test_a_title_that_looks_like_a_formula_is_harmless_in_a_spreadsheet",
        "tests/exchange/test_leaks.py::test_negative_numbers_of_a_text_table_stay_numbers",
    ),
    "Spreadsheet: encodings, delimiters, decimal comma, spaces; a preview": (
        "tests/intake/test_bad_inputs.py::test_every_encoding_and_delimiter_is_shown_in_a_preview",
        "tests/intake/test_bad_inputs.py::test_a_file_of_four_letters_of_russian_windows_is_no_chinese",
        "tests/intake/test_bad_inputs.py::test_thousands_may_be_parted_by_any_space",
    ),
    "Spreadsheet: merged cells, subtotals, empty rows, two headings, times": (
        "tests/intake/test_bad_inputs.py::test_merged_cells_subtotals_empty_rows_two_headings_and_times_are_one_estimate",
    ),
    "Spreadsheet: 100,000 rows": (
        "tests/intake/test_bad_inputs.py::test_a_hundred_thousand_rows_are_read_and_can_be_called_off",
        "tests/intake/test_bad_inputs.py::test_an_estimate_can_be_called_off_in_every_format",
    ),
    "Spreadsheet: bomb, entities, circles": (
        "tests/intake/test_hostile.py::test_a_bomb_is_refused_unopened",
        "tests/intake/test_bad_inputs.py::test_a_bomb_in_a_shared_text_is_refused_unopened",
        "tests/intake/test_bad_inputs.py::test_entities_are_refused_in_every_part",
        "tests/intake/test_hostile.py::test_an_old_workbook_whose_sectors_go_in_a_circle_is_damaged",
    ),
    "Text: OOO <Romashka> Ltd, unclosed tags, local pictures, colour expressions": (
        "tests/hostile/test_text.py::test_markup_and_code_in_names_titles_and_texts_are_printed_as_they_stand",
        "tests/hostile/test_everywhere.py::test_a_strange_text_stays_on_the_pages_and_is_copied_as_typed",
        "tests/model/test_notation.py::test_markup_means_itself",
    ),
    "Text: javascript: and file: links": (
        "tests/hostile/test_text.py::test_dangerous_links_are_in_no_file",
        "tests/pdf/test_links.py::test_a_dangerous_link_is_left_out_and_told_once",
    ),
    "Text: bidi controls, NUL, zero width": (
        "tests/hostile/test_text.py::test_signs_that_turn_or_hide_text_are_not_on_the_page",
        "tests/hostile/test_everywhere.py::test_a_text_that_no_face_has_or_that_cannot_be_seen_does_no_harm",
        "tests/text/test_clean.py::test_controls_and_bidi_marks_are_dropped",
    ),
    "Text: a paragraph of a megabyte, a word of 100,000 letters": (
        "tests/hostile/test_text.py::test_a_paragraph_of_a_megabyte_is_split",
        "tests/hostile/test_text.py::test_a_word_of_a_hundred_thousand_letters_is_split_on_the_pages",
        "tests/hostile/test_everywhere.py::test_what_is_cut_at_the_edge_is_told_with_its_place",
    ),
    "Text: a row or picture taller than a page": (
        "tests/hostile/test_text.py::test_a_picture_taller_than_any_page_is_scaled",
        "tests/layout/masters/test_timeline.py::test_a_text_taller_than_a_page_goes_on_to_its_last_word",
    ),
    "Text: markup in labels and tooltips": (
        "tests/widgets/test_forms.py::test_no_label_takes_a_name_for_markup",
        "tests/widgets/test_look.py::test_a_tooltip_is_never_markup",
    ),
    "Money: negative hours or rates": (
        "tests/store/test_codec.py::test_negative_amounts_of_work_are_refused",
        "tests/test_money_inputs.py::test_a_negative_price_is_refused_but_a_discount_is_one",
    ),
    "Money: NaN, Infinity, 1e308, 1e999999": (
        "tests/test_money_inputs.py::test_what_no_price_can_be_is_refused_at_every_door",
        "tests/intake/test_bad_inputs.py::test_a_number_that_no_estimate_can_hold_is_refused_in_its_cell",
    ),
    "Money: 2.675": ("tests/test_money_inputs.py::test_two_and_675_thousandths_is_the_same_at_every_door_and_printed_as_2_68",),
    "Money: 3 × 33.333": (
        "tests/totals/test_worked_sums.py::test_three_lines_of_a_third_rounded_line_by_line",
        "tests/totals/test_worked_sums.py::test_three_lines_of_a_third_rounded_as_a_whole",
        "tests/totals/test_adding_up.py::test_printed_lines_add_to_subtotals_and_those_to_the_total",
    ),
    "Money: mixed currencies": (
        "tests/test_money_inputs.py::test_currencies_are_never_mixed",
        "tests/totals/test_worked_pricing.py::test_a_rate_in_another_currency_without_a_rate_of_exchange_is_no_price",
    ),
    "Money: 1 234,50 with NBSP; 1_000": (
        "tests/test_money_inputs.py::test_thousands_may_be_apart_by_any_space",
        "tests/test_money_inputs.py::test_what_is_no_number_is_refused_where_people_type",
        "tests/test_money_inputs.py::test_what_is_no_number_is_refused_in_a_file",
    ),
    "Money: a discount over 100 %": (
        "tests/test_money_inputs.py::test_a_discount_of_more_than_everything_is_refused_in_a_spreadsheet",
        "tests/test_money_inputs.py::test_nothing_is_more_than_a_hundred_percent_of_itself",
    ),
    "Leaks: canaries": (
        "tests/test_canary.py::test_no_canary_gets_out",
        "tests/test_canary.py::test_every_internal_field_of_the_model_has_its_canary",
    ),
    "Leaks: hidden or optional-off sections, the contents included": (
        "tests/layout/test_pages.py::test_a_hidden_section_leaves_no_trace",
        "tests/layout/masters/test_priced.py::test_hidden_sections_leave_no_trace",
    ),
    "Leaks: the log and reports of failures": (
        "tests/log/test_canary.py::test_nothing_that_was_typed_is_in_a_log_or_a_report",
        "tests/log/test_journal.py::test_what_is_not_on_the_white_list_is_left_out",
    ),
    "Files: changed on disk by something else": (
        "tests/store/test_workspace.py::test_a_file_that_somebody_else_changed_is_kept_beside",
        "tests/store/test_workspace.py::test_a_newer_proposal_is_not_overwritten",
    ),
    "Files: a name that leads out of its folder": ("tests/pdf/test_pictures.py::test_no_name_leads_out_of_the_folder",),
    "Files: a read-only workspace": (
        "tests/end2end/test_workspace.py::test_a_users_own_workspace_that_is_read_only_says_what_to_do",
        "tests/end2end/test_workspace.py::test_a_workspace_that_cannot_be_used_says_what_to_do",
    ),
    "General law: no network call, ever": (
        "tests/hostile/test_network.py::test_no_command_tries",
        "tests/hostile/test_network.py::test_the_window_does_not_try",
        "tests/hostile/test_network.py::test_no_file_imports_what_speaks_with_a_network",
    ),
    "General law: a failure is a sentence and a report": (
        "tests/end2end/test_usage.py::test_an_error_nobody_foresaw_is_one_line_and_a_report",
        "tests/widgets/test_failures.py::test_a_failure_is_told_calmly_and_the_work_is_saved",
    ),
}
