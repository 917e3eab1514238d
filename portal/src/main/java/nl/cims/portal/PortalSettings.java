// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.File;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.cims.pages.Language;
import nl.cims.revocation.RevocationSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The portal's settings. The level of login that is asked for is not among them.
///
/// @param publicAddress where browsers reach the portal, without a path
/// @param gateway the gateway's address
/// @param clientId the portal's name at the broker
/// @param broker where the broker is
/// @param revocation the lists of certificates that were taken back
/// @param login how many may log in at once
/// @param atWork how many requests are at work at one moment; the others wait for their turn
/// @param organisation whose portal it is
/// @param own a folder with the institute's own files: `texts_nl.properties` and
///   `texts_en.properties`, which take the place of our texts, and images, stylesheets and fonts,
///   which are served below `/own/`
/// @param questions the questions with an answer, in their order
/// @param programmes the sections, nine at most, of the citizen's pages, in their order;
///   vaccinations of any other programme stand under the last of them
@Validated
@ConfigurationProperties("cims.portal")
public record PortalSettings(
    @NotNull URI publicAddress,
    @NotNull URI gateway,
    @NotBlank @DefaultValue("portal") String clientId,
    @Valid @NotNull Broker broker,
    @NotNull RevocationSettings revocation,
    @Valid @NotNull @DefaultValue Login login,
    @Min(1) @DefaultValue("512") int atWork,
    @Valid @NotNull @DefaultValue Organisation organisation,
    Optional<File> own,
    @NotEmpty List<@Valid Question> questions,
    @NotEmpty @Size(max = 9) List<@Valid Programme> programmes) {

  /// The two addresses of the broker.
  ///
  /// @param issuer for browsers; also the `iss` of its tokens
  /// @param backChannel for machines, over mutual TLS
  public record Broker(@NotNull URI issuer, @NotNull URI backChannel) {}

  /// How many may log in at once; who comes on top of that waits for his turn.
  ///
  /// @param perSecond how many may begin in a second, in the long run
  /// @param ahead how many may begin at one moment after a quiet time
  /// @param answersAtOnce for how many at one moment the broker is asked for their tokens
  public record Login(
      @DecimalMin("0.1") @DefaultValue("50") double perSecond,
      @Min(1) @DefaultValue("100") int ahead,
      @Min(1) @DefaultValue("32") int answersAtOnce) {}

  /// The organisation that is entitled to the data and answers for the portal. What is not set is
  /// not shown.
  ///
  /// @param name how it is called
  /// @param product how the portal is called
  /// @param mark address of its own mark, an image, such as `/own/mark.svg`
  /// @param theme address of a stylesheet in place of ours, such as `/own/theme.css`
  /// @param contact how to reach it otherwise than by the portal
  /// @param notice what stands above every page for a while
  /// @param links its other sites
  public record Organisation(
      @NotBlank @DefaultValue("RIVM") String name,
      @NotBlank @DefaultValue("MijnRIVM – vaccinaties") String product,
      Optional<String> mark,
      Optional<String> theme,
      @Valid @NotNull @DefaultValue Contact contact,
      @Valid @NotNull @DefaultValue Notice notice,
      @DefaultValue List<@Valid Site> links) {}

  /// What stands above every page for a while, such as maintenance that is coming.
  ///
  /// @param nl in Dutch; without it there is no notice
  /// @param en in English
  /// @param from when it begins to stand there; at once if not set
  /// @param until when it goes; never if not set
  public record Notice(
      Optional<String> nl, Optional<String> en, Optional<Instant> from, Optional<Instant> until) {

    /// A notice stands in both languages or there is none.
    @AssertTrue(message = "must have a text in both languages, or in neither")
    boolean isInBothLanguages() {
      return nl.isPresent() == en.isPresent();
    }

    /// What it says at this moment, if it does.
    public Optional<String> at(Instant moment, Language language) {
      boolean stands =
          from.filter(moment::isBefore).isEmpty()
              && until.filter(end -> !moment.isBefore(end)).isEmpty();
      return (language == Language.NL ? nl : en).filter(text -> stands);
    }
  }

  /// Ways to reach people.
  ///
  /// @param mail e-mail address
  /// @param phone number as it is shown
  /// @param letter postal address on one line
  /// @param security where weaknesses are reported, an address such as `mailto:…` or `https:…`, for
  ///   `security.txt`
  public record Contact(
      Optional<String> mail,
      Optional<String> phone,
      Optional<String> letter,
      Optional<URI> security) {}

  /// A question with an answer. Their texts are `questions.<id>` and `questions.<id>.answer`.
  ///
  /// @param id a name of letters
  /// @param link the page where more is told
  public record Question(@Pattern(regexp = "[A-Za-z]+") String id, Optional<PortalPage> link) {}

  /// A programme as citizens see it. The register knows it by the same id.
  ///
  /// @param id its id in the register's catalogue
  /// @param nl its name in Dutch
  /// @param en its name in English
  /// @param information where more is told about it
  /// @param planned whether it has a section among the planned vaccinations
  public record Programme(
      @NotBlank String id,
      @NotBlank String nl,
      @NotBlank String en,
      Optional<URI> information,
      @DefaultValue("false") boolean planned) {

    /// Its name in this language.
    public String name(Language language) {
      return language == Language.NL ? nl : en;
    }
  }

  /// Another site.
  ///
  /// @param nl its name in Dutch
  /// @param en its name in English
  /// @param address where it is
  /// @param menu whether it stands in the main menu too
  public record Site(
      @NotBlank String nl,
      @NotBlank String en,
      @NotNull URI address,
      @DefaultValue("false") boolean menu) {}
}
