// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.rules;

/// The text that a template itself holds: what is left when its expressions, control words, tags
/// and comments are taken out. Content blocks inside expressions count as template.
public final class TemplateText {

  private final String source;
  private int at;

  private TemplateText(String source) {
    this.source = source;
  }

  /// What is left of this template.
  public static String of(String source) {
    String withoutComments =
        source
            .replaceAll("(?s)<%--.*?--%>", "")
            .replaceAll("(?s)<!--.*?-->", "")
            .replaceAll("(?m)^@(import|param).*$", "");
    String markup = new TemplateText(withoutComments).markup(false);
    return markup
        .replaceAll("(?i)(alt|title|aria-label|placeholder|content)=\"([^\"]*)\"", ">$2<")
        .replaceAll("<!doctype html>", "")
        .replaceAll("(?s)<[^<>]*>", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private String markup(boolean inBlock) {
    StringBuilder kept = new StringBuilder();
    while (at < source.length()) {
      if (starts("${") || starts("!{")) {
        at += 2;
        kept.append(code('{', '}'));
      } else if (inBlock && source.charAt(at) == '`') {
        at++;
        return kept.toString();
      } else if (source.charAt(at) == '@' && Character.isLetter(source.charAt(at + 1))) {
        control(kept);
      } else {
        kept.append(source.charAt(at++));
      }
    }
    return kept.toString();
  }

  /// `@if(…)`, `@template.part.x(…)`, `@endif`: the word goes, blocks in its arguments stay.
  private void control(StringBuilder kept) {
    at++;
    while (at < source.length()
        && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '.')) {
      at++;
    }
    if (at < source.length() && source.charAt(at) == '(') {
      at++;
      kept.append(code('(', ')'));
    }
  }

  /// Skips Java up to the matching closing character, but reads the content blocks in it.
  private String code(char open, char close) {
    StringBuilder blocks = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      char c = source.charAt(at++);
      if (c == '"') {
        skipString();
      } else if (c == '@' && source.charAt(at) == '`') {
        at++;
        blocks.append(' ').append(markup(true)).append(' ');
      } else if (c == open) {
        depth++;
      } else if (c == close) {
        depth--;
      }
    }
    return blocks.toString();
  }

  private void skipString() {
    while (source.charAt(at) != '"') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private boolean starts(String mark) {
    return source.startsWith(mark, at);
  }
}
