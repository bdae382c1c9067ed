// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/slip_layout.h"

#include "core/base/json_fields.h"

#include <QFile>
#include <QJsonDocument>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 64 * 1024;
constexpr std::uint32_t smallestType = 2'000; ///< below it nobody over sixty reads it
constexpr std::uint32_t largestType = 40'000;
constexpr std::uint32_t largestGap = 50'000;
constexpr std::uint32_t smallestModule = 500; ///< four dots of a thermal head
constexpr std::uint32_t largestModule = 1'500;
constexpr std::uint32_t mostLines = 4;

Result<void> within(std::uint32_t value, std::uint32_t minimum, std::uint32_t maximum, const QString& path)
{
    if (value >= minimum && value <= maximum)
        return {};
    return fail(ErrorKind::Invalid, u"json.outOfRange"_s, path, {{u"minimum"_s, minimum}, {u"maximum"_s, maximum}});
}

bool hasType(SlipPart part)
{
    return part != SlipPart::Rule && part != SlipPart::Dashes && part != SlipPart::Gap;
}

Result<void> checkBlock(const SlipBlock& block, const QString& path)
{
    ONEDOOR_TRY(within(block.before, 0, largestGap, path + u".before"_s));
    ONEDOOR_TRY(within(block.lines, 1, mostLines, path + u".lines"_s));
    if (hasType(block.part) && block.sizes.empty())
        return fail(ErrorKind::Invalid, u"json.missing"_s, path + u".sizes"_s);
    for (std::size_t at = 0; at < block.sizes.size(); ++at)
        ONEDOOR_TRY(within(block.sizes[at], smallestType, largestType, path + u".sizes[%1]"_s.arg(at)));
    if (block.labels != 0)
        ONEDOOR_TRY(within(block.labels, smallestType, largestType, path + u".labels"_s));
    const bool hasCode = std::find(block.show.begin(), block.show.end(), SlipParticular::Code) != block.show.end();
    return hasCode ? within(block.module, smallestModule, largestModule, path + u".module"_s) : Result<void>();
}

/// Whatever else a slip says: without these two it leads nobody.
Result<void> checkPaper(const SlipPaperLayout& paper, const QString& path)
{
    for (std::size_t at = 0; at < paper.blocks.size(); ++at)
        ONEDOOR_TRY(checkBlock(paper.blocks[at], path + u".blocks[%1]"_s.arg(at)));
    for (const SlipPart needed : {SlipPart::Number, SlipPart::Places}) {
        if (std::none_of(paper.blocks.begin(), paper.blocks.end(), [&](const SlipBlock& each) { return each.part == needed; }))
            return fail(ErrorKind::Invalid, u"json.missing"_s, path + u".blocks."_s + QLatin1String(wordOf(needed)));
    }
    return {};
}

Result<QByteArray> contentsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, u"store.missing"_s, {}, {{u"path"_s, path}});
    return file.read(largestFile + 1);
}

std::vector<SlipLayout> readShipped()
{
    std::vector<SlipLayout> layouts;
    for (const QString& key : {u"standard"_s, u"large"_s, u"short"_s}) {
        const Result<SlipLayout> layout = contentsOf(u":/slips/%1.json"_s.arg(key)).and_then(readSlipLayout);
        if (!layout)
            qFatal("slip layout %s: %s %s", qPrintable(key), qPrintable(layout.error().code), qPrintable(layout.error().field)); // part of the program
        layouts.push_back(*layout);
    }
    return layouts;
}

} // namespace

const std::vector<SlipBlock>& SlipLayout::blocksFor(SlipPaper paper) const
{
    const auto found = std::find_if(papers.begin(), papers.end(), [&](const SlipPaperLayout& each) { return each.paper == paper; });
    return found != papers.end() ? found->blocks : shippedSlipLayouts().front().blocksFor(paper);
}

Result<SlipLayout> readSlipLayout(const QByteArray& json)
{
    const QJsonDocument document = json.size() > largestFile ? QJsonDocument() : QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(ErrorKind::Invalid, u"json.malformed"_s, u"layout"_s, {{u"expected"_s, u"object"_s}});
    ONEDOOR_ASSIGN(SlipLayout layout, fromJson<SlipLayout>(document.object()));
    ONEDOOR_TRY(within(layout.format, 1, 1, u"format"_s));
    for (std::size_t at = 0; at < layout.papers.size(); ++at)
        ONEDOOR_TRY(checkPaper(layout.papers[at], u"papers[%1]"_s.arg(at)));
    return layout;
}

Result<SlipLayout> readSlipLayoutFile(const QString& path)
{
    return contentsOf(path).and_then(readSlipLayout);
}

const std::vector<SlipLayout>& shippedSlipLayouts()
{
    static const std::vector<SlipLayout> layouts = readShipped();
    return layouts;
}

const SlipLayout& shippedSlipLayout(const QString& key)
{
    const std::vector<SlipLayout>& all = shippedSlipLayouts();
    const auto found = std::find_if(all.begin(), all.end(), [&](const SlipLayout& each) { return each.key == key; });
    return found != all.end() ? *found : all.front();
}

} // namespace onedoor
