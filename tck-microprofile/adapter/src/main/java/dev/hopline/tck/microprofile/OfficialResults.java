// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import dev.hopline.tck.CaseReport;
import dev.hopline.tck.TestedRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;
import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.ITestResult;
import org.testng.SkipException;

/**
 * Reports the tests of the official TCK as cases of contracts, one for each of its modules. Found
 * by TestNG through the {@link java.util.ServiceLoader}.
 *
 * <p>A test that the leg has a difference for is run all the same: it is skipped with its reason if
 * it fails, and fails if it passes.
 */
public final class OfficialResults implements IInvokedMethodListener, TestedRuntime {
  private static final Pattern MODULE =
      Pattern.compile("org\\.eclipse\\.microprofile\\.telemetry\\.(\\w+)\\.tck\\.(jvm)?.*");

  private final Map<String, String> differences = Differences.ofLeg();

  /** By test class, for there may be a virtual machine for each. */
  private final Map<String, CaseReport> reports = new HashMap<>();

  /** For TestNG. */
  public OfficialResults() {}

  @Override
  public String name() {
    return System.getProperty("container.title");
  }

  @Override
  public Map<String, String> differences() {
    return differences;
  }

  @Override
  public void afterInvocation(IInvokedMethod method, ITestResult result) {
    Matcher module = MODULE.matcher(result.getTestClass().getName());
    if (!method.isTestMethod() || !module.matches()) {
      return;
    }
    Class<?> test = result.getTestClass().getRealClass();
    String contract =
        "MicroProfile " + module.group(1) + (module.group(2) == null ? "" : " of the JVM");
    String name = test.getSimpleName() + "." + result.getName();
    try {
      adopt(result, report(test).judge(contract, name, result.getThrowable()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CaseReport report(Class<?> test) throws IOException {
    CaseReport known = reports.get(test.getName());
    if (known != null) {
      return known;
    }
    CaseReport report = new CaseReport(this, test.getName());
    report.open();
    reports.put(test.getName(), report);
    return report;
  }

  private static void adopt(ITestResult result, Throwable verdict) {
    if (verdict instanceof TestAbortedException known) {
      result.setStatus(ITestResult.SKIP);
      result.setThrowable(new SkipException(known.getMessage(), known));
    } else if (verdict != null) {
      result.setStatus(ITestResult.FAILURE);
      result.setThrowable(verdict);
    }
  }
}
