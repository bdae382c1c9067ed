// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <cstdio>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

double percentile(Samples samples, double part)
{
    if (samples.empty())
        return 0;
    const auto at = std::min(samples.size() - 1, std::size_t(part * double(samples.size())));
    std::nth_element(samples.begin(), samples.begin() + std::ptrdiff_t(at), samples.end());
    return samples[at];
}

double median(Samples samples)
{
    return percentile(std::move(samples), 0.5);
}

namespace {

double rounded(double value)
{
    return std::round(value * 1000.0) / 1000.0;
}

} // namespace

bool report(const QString& key, const Samples& measured, const Samples& baseline, const Bound& bound)
{
    const double middle = median(measured);
    const double late = percentile(measured, 0.99);
    const double base = median(baseline);
    const double ratio = base > 0 ? middle / base : 0;
    bool holds = true;
    QString words;
    const auto judge = [&](bool good, const QString& said) {
        holds = holds && good;
        words += (words.isEmpty() ? QString() : u", "_s) + said;
    };
    if (bound.atMost > 0)
        judge(ratio <= bound.atMost, u"ratio <= %1"_s.arg(bound.atMost));
    if (bound.atLeast > 0)
        judge(ratio > 0 && 1.0 / ratio >= bound.atLeast, u"baseline / median >= %1"_s.arg(bound.atLeast));
    if (bound.p99AtMost > 0)
        judge(late <= bound.p99AtMost * base, u"p99 <= %1 x baseline"_s.arg(bound.p99AtMost));
    if (bound.p99Microseconds > 0)
        judge(late <= bound.p99Microseconds, u"p99 <= %1 us"_s.arg(bound.p99Microseconds));
    if (bound.p95Microseconds > 0)
        judge(percentile(measured, 0.95) <= bound.p95Microseconds, u"p95 <= %1 us"_s.arg(bound.p95Microseconds));
    if (bound.medianMicroseconds > 0)
        judge(middle <= bound.medianMicroseconds, u"median <= %1 us"_s.arg(bound.medianMicroseconds));
    if (bound.errors)
        judge(*bound.errors == 0, u"no errors"_s);
    QJsonObject line{{u"key"_s, key},           {u"median"_s, rounded(middle)}, {u"p99"_s, rounded(late)}, {u"unit"_s, u"us"_s},
                           {u"baseline"_s, rounded(base)}, {u"ratio"_s, rounded(ratio)},   {u"bound"_s, words},      {u"holds"_s, holds}};
    if (bound.p95Microseconds > 0)
        line.insert(u"p95"_s, rounded(percentile(measured, 0.95)));
    if (bound.errors)
        line.insert(u"errors"_s, qint64(*bound.errors));
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return holds;
}

bool reportShare(const QString& key, double value, std::pair<double, double> ends, const QJsonObject& beside)
{
    const bool holds = value >= ends.first && value <= ends.second;
    QJsonObject line{{u"key"_s, key}, {u"value"_s, rounded(value)}, {u"bound"_s, u"%1 ... %2"_s.arg(ends.first).arg(ends.second)}, {u"holds"_s, holds}};
    for (auto each = beside.begin(); each != beside.end(); ++each)
        line.insert(each.key(), each.value().isDouble() ? QJsonValue(rounded(each.value().toDouble())) : each.value());
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return holds;
}

} // namespace onedoor::bench
