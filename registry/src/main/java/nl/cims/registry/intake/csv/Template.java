// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

/// The empty file to start from, and what goes into its columns.
public final class Template {

  private Template() {}

  /// The header, with the mark and the semicolons that a Dutch spreadsheet wants.
  public static String header(Language language) {
    return "\uFEFF" + String.join(";", Column.titles(language)) + "\r\n";
  }

  /// A table of all columns in Markdown.
  public static String explanations(Language language) {
    StringBuilder text = new StringBuilder();
    text.append(
        language.of(
            "| kolom | verplicht | wat u invult | voorbeeld |\n",
            "| column | required | what to fill in | example |\n"));
    text.append("| --- | --- | --- | --- |\n");
    for (Column column : Column.values()) {
      Explanation explanation = Explanation.of(column);
      text.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  column.title(language),
                  column.required() ? language.of("ja", "yes") : "",
                  explanation.text(language),
                  explanation.example()));
    }
    return text.toString();
  }
}
