// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.util.Optional;
import nl.cims.registry.protection.ErasableKey;
import org.jspecify.annotations.Nullable;

/// Somebody the register knows. Without his key it knows that he exists, and nothing else of him.
public final class Person {

  private final PersonId id;
  private final @Nullable ErasableKey key;
  private final @Nullable Description description;
  private final byte @Nullable [] cell;

  Person(
      PersonId id,
      @Nullable ErasableKey key,
      @Nullable Description description,
      byte @Nullable [] cell) {
    this.id = id;
    this.key = key;
    this.description = description;
    this.cell = cell;
  }

  /// By which the person index knows him; leads nowhere else.
  public PersonId id() {
    return id;
  }

  /// On which everything hangs that leads from him to his vaccinations; empty if it was destroyed.
  public Optional<ErasableKey> key() {
    return Optional.ofNullable(key);
  }

  /// As last described; empty if a source only ever sent the number, or if his key was destroyed.
  public Optional<PersonDetails> details() {
    return Optional.ofNullable(description).map(Description::details);
  }

  Optional<Description> description() {
    return Optional.ofNullable(description);
  }

  /// What his description stands as in the table.
  byte @Nullable [] cell() {
    return cell;
  }

  @Override
  public String toString() {
    return "Person[hidden]";
  }
}
