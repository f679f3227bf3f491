// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Requests from outside, as they come: at random times, for random conversations, and some of them
 * go wrong. Which ones is decided by the seed alone.
 */
final class Traffic {
  /** Of requests that all services have a part in; the others ask for the cost. */
  private static final double CHATS = 0.9;

  private static final String[] SERVICES = {"gate", "identity", "llm-gateway", "prompts", "meter"};
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
          + " Safari/537.36";
  private static final String CLIENT = "Resteasy Reactive Client";

  /** Where a request goes wrong. */
  private record Ending(String service, int status) {
    static final Ending WELL = new Ending("", 200);
  }

  private final Random random = new Random(Load.SEED);
  private final Timeline timeline = new Timeline();
  private final Tally tally = new Tally();
  private final Platform platform;
  private final Load load;
  private Map<String, String> variables = Map.of();
  private Ending ending = Ending.WELL;

  Traffic(Platform platform, Load load) {
    this.platform = platform;
    this.load = load;
  }

  /** Replays all of it, and returns when the last span has ended. */
  Tally replay() {
    arriveAfter(0);
    timeline.run();
    return tally;
  }

  /** Poisson's: the pauses between requests that know nothing of each other are exponential. */
  private void arriveAfter(long now) {
    double pause = -Math.log(1 - random.nextDouble()) / load.requestsPerSecond();
    long next = now + (long) (pause * TimeUnit.SECONDS.toNanos(1));
    if (next < TimeUnit.SECONDS.toNanos(load.seconds())) {
      timeline.at(next, () -> arrive(next));
    }
  }

  private void arrive(long now) {
    variables = variables();
    ending = ending();
    Message message = message(random.nextDouble() < CHATS ? Call.CHAT : Call.COST, BROWSER);
    Exchange exchange = new Exchange(platform, message, tally);
    long end = serve(exchange, message, now);
    timeline.at(end, exchange::endTrace);
    arriveAfter(now);
  }

  /** Plans the work for a request but its end; when it will be done. */
  private long serve(Exchange exchange, Message message, long arrival) {
    timeline.at(arrival, exchange::start);
    long now = arrival + millis(1, 4);
    Call call = message.call();
    if (call.service().equals(ending.service())) {
      exchange.answer(ending.status());
      return now;
    }
    for (Work work : call.within()) {
      now = work instanceof Call inner ? call(exchange, inner, now) : run(exchange, work, now);
      if (exchange.status() != 200) {
        break;
      }
    }
    return now + millis(0, 2);
  }

  private long call(Exchange caller, Call call, long start) {
    Message message = message(call, CLIENT);
    Outcall outcall = new Outcall(caller, message, tally);
    timeline.at(start, outcall::start);
    Exchange exchange = new Exchange(platform, message, tally);
    long answered = serve(exchange, message, start + millis(0, 2));
    timeline.at(answered, exchange::end);
    caller.answer(exchange.status());
    long end = answered + millis(0, 2);
    timeline.at(end, () -> outcall.end(exchange.status()));
    return end;
  }

  private long run(Exchange exchange, Work work, long start) {
    Method method = (Method) work;
    timeline.at(start, () -> exchange.startMethod(method));
    long end = start + millis(1, 20);
    timeline.at(end, exchange::endMethod);
    return end;
  }

  private Message message(Call call, String userAgent) {
    return Message.of(call, variables, 32_768 + random.nextInt(28_000), userAgent);
  }

  private Map<String, String> variables() {
    int user = random.nextInt(5_000);
    return Map.of(
        "conversation", "user" + user + '-' + random.nextInt(100),
        "id", "user" + user,
        "tenant", "tenant" + user % 40,
        "name", "prompt" + random.nextInt(30),
        "tokens", Integer.toString(1 + random.nextInt(4_000)));
  }

  /** One request in a hundred fails, two ask for what is not there. */
  private Ending ending() {
    int hundredth = random.nextInt(100);
    if (hundredth == 0) {
      return new Ending(SERVICES[random.nextInt(SERVICES.length)], 500);
    }
    return hundredth <= 2 ? new Ending("identity", 404) : Ending.WELL;
  }

  private long millis(int least, int most) {
    return TimeUnit.MICROSECONDS.toNanos(1_000L * least + random.nextInt(1_000 * (most - least)));
  }
}
