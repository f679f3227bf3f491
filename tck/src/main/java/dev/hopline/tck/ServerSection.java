// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.tck.CaseResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The program that writes what the page of results says of one server: its row, and a section of
 * what an application for it carries and what does not hold there, and why. The server's module
 * keeps that file, for no build runs all servers.
 */
public final class ServerSection {
  /** Below the module's directory. */
  static final String FILE = "result.md";

  private static final Path RESULTS = Path.of("target", "compatibility");

  /** What the official TCK's results are reported as, in the order of the row. */
  private static final List<String> OFFICIAL =
      List.of(
          "MicroProfile tracing",
          "MicroProfile metrics",
          "MicroProfile metrics of the JVM",
          "MicroProfile logs");

  private final List<CaseResult> results;

  private ServerSection(List<CaseResult> results) {
    this.results = results;
  }

  /**
   * Writes the file, unless the module has run a part of its tests only.
   *
   * @param arguments the module's directory, what the server is told to do without, what else is to
   *     be said of it, if anything, and the POMs beside the module's own that list what an
   *     application carries
   */
  public static void main(String[] arguments) throws Exception {
    Path module = Path.of(arguments[0]);
    List<CaseResult> results = CompatibilityPage.read(module.resolve(RESULTS));
    ServerSection section = new ServerSection(results);
    if (section.isWhole()) {
      List<String> carried = new ArrayList<>(List.of("`hopline-cdi`"));
      carried.addAll(carried(module.resolve("pom.xml")));
      for (String further : List.of(arguments).subList(3, arguments.length)) {
        carried.addAll(carried(Path.of(further)));
      }
      Files.writeString(module.resolve(FILE), section.text(carried, arguments[1], arguments[2]));
    } else {
      System.out.println(FILE + " stays as it is: a part of the tests was run");
    }
  }

  /** The columns of {@link #row}. */
  static String header() {
    return "| server | Java | "
        + String.join(" | ", OFFICIAL)
        + " | contracts of `hopline-tck` |\n|---"
        + "|:-:".repeat(OFFICIAL.size() + 2)
        + "|\n";
  }

  private boolean isWhole() {
    List<String> run = results.stream().map(CaseResult::contract).distinct().toList();
    return run.containsAll(OFFICIAL);
  }

  private String text(List<String> carried, String without, String notes) {
    StringBuilder text = new StringBuilder(row());
    text.append("\n### ").append(results.get(0).runtime()).append("\n\n");
    text.append("An application carries ").append(String.join(", ", carried)).append(".\n");
    text.append("The server is without: ").append(without).append(".\n");
    List<String> contracts = ofEach();
    if (!contracts.isEmpty()) {
      text.append("Contracts: ").append(String.join(", ", contracts)).append(".\n");
    }
    if (!notes.isBlank()) {
      text.append(notes.strip().replaceAll("\\s+", " ")).append('\n');
    }
    Map<String, List<String>> missing = missing();
    if (!missing.isEmpty()) {
      text.append('\n');
    }
    missing.forEach(
        (reason, cases) ->
            text.append("* ").append(reason).append(": ").append(listed(cases)).append('\n'));
    return text.toString();
  }

  private String row() {
    List<String> cells = new ArrayList<>();
    cells.add(results.get(0).runtime());
    cells.add(Integer.toString(results.get(0).java()));
    for (String contract : OFFICIAL) {
      cells.add(count(results.stream().filter(r -> r.contract().equals(contract)).toList()));
    }
    List<CaseResult> ours =
        results.stream().filter(result -> !OFFICIAL.contains(result.contract())).toList();
    // Of a runtime that needs no server the contracts are in the table of all runtimes.
    cells.add(ours.isEmpty() ? "see below" : count(ours));
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private List<String> ofEach() {
    return results.stream()
        .filter(result -> !OFFICIAL.contains(result.contract()))
        .collect(Collectors.groupingBy(CaseResult::contract, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(contract -> contract.getKey() + " " + count(contract.getValue()))
        .toList();
  }

  private static String count(List<CaseResult> of) {
    long held = of.stream().filter(result -> result.outcome() == Outcome.PASSED).count();
    return held + " of " + of.size();
  }

  private Map<String, List<String>> missing() {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    results.stream()
        .filter(result -> result.outcome() != Outcome.PASSED)
        .sorted((one, other) -> one.outcome().compareTo(other.outcome()))
        .forEach(
            result ->
                missing
                    .computeIfAbsent(reason(result), reason -> new ArrayList<>())
                    .add(result.contract() + ": " + result.name()));
    return missing;
  }

  private static String reason(CaseResult result) {
    return result.outcome() == Outcome.DIFFERENCE
        ? result.reason().replaceFirst("[.]$", "")
        : "✘ without a known reason";
  }

  private static String listed(List<String> cases) {
    return cases.stream()
        .sorted()
        .map(CompatibilityTable::escaped)
        .collect(Collectors.joining("; "));
  }

  /** The dependencies that a POM does not leave to the server or to tests, and that are jars. */
  private static List<String> carried(Path pom)
      throws IOException, ParserConfigurationException, SAXException {
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
    NodeList all = project.getElementsByTagName("dependency");
    List<String> carried = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element dependency = (Element) all.item(i);
      if (dependency.getElementsByTagName("scope").getLength() == 0
          && dependency.getElementsByTagName("type").getLength() == 0) {
        carried.add("`" + child(dependency, "artifactId") + "`");
      }
    }
    return carried;
  }

  private static String child(Element of, String name) {
    return of.getElementsByTagName(name).item(0).getTextContent();
  }
}
