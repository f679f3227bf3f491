// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * What a MicroProfile REST client calls.
 *
 * @param base what the path of a method is below
 * @param word the last segment of the path, see {@link TckCallClient#TEMPLATE}
 */
record TckRestTarget(URI base, String word) {
  static TckRestTarget of(URI url) {
    String text = url.toString();
    int slash = text.lastIndexOf('/');
    return new TckRestTarget(URI.create(text.substring(0, slash)), text.substring(slash + 1));
  }

  /** A client that ends its calls in that manner, see {@link TckCall}. */
  <T> T client(Class<T> type, String manner) {
    int millis = TckCall.patience(manner);
    return RestClientBuilder.newBuilder()
        .baseUri(base)
        .connectTimeout(millis, TimeUnit.MILLISECONDS)
        .readTimeout(millis, TimeUnit.MILLISECONDS)
        .followRedirects(manner.equals("follows"))
        .register(new TckCallFilter.Before(manner))
        .register(new TckCallFilter.After(manner))
        .build(type);
  }
}
