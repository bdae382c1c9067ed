// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a slip, in which order and how large: data, one list of blocks for each paper (resources/slips, or a file of the centre's own). A
// block that has nothing to say takes no room. Lengths in micrometres, so that five dots of a thermal head are a whole number. Plain values, any
// thread. A file comes from outside: bounded and checked, with the field that is wrong.
#pragma once

#include "core/base/error.h"
#include "core/base/fields.h"
#include "ui/widgets/slip/slip_paper.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace onedoor {

enum class SlipPart {
    House,       ///< who gives the slip
    Number,
    Service,
    Ahead,       ///< how many wait before
    Wait,        ///< how long it will take
    Places,      ///< where to go, under a line
    Afterwards,  ///< the services behind this one
    Particulars, ///< the QR code, and beside it what `show` names; under a line
    Footer,      ///< the house's advice
    Rule,
    Dashes,
    Gap,         ///< `before`, and nothing else
};
template <>
struct EnumWords<SlipPart> {
    static constexpr std::array values{std::pair{SlipPart::House, "house"},           std::pair{SlipPart::Number, "number"},
                                       std::pair{SlipPart::Service, "service"},       std::pair{SlipPart::Ahead, "ahead"},
                                       std::pair{SlipPart::Wait, "wait"},             std::pair{SlipPart::Places, "places"},
                                       std::pair{SlipPart::Afterwards, "afterwards"}, std::pair{SlipPart::Particulars, "particulars"},
                                       std::pair{SlipPart::Footer, "footer"},         std::pair{SlipPart::Rule, "rule"},
                                       std::pair{SlipPart::Dashes, "dashes"},         std::pair{SlipPart::Gap, "gap"}};
};

enum class SlipParticular { Code, Issued, Reprinted, VisitNumber, Visitor };
template <>
struct EnumWords<SlipParticular> {
    static constexpr std::array values{std::pair{SlipParticular::Code, "code"}, std::pair{SlipParticular::Issued, "issued"},
                                       std::pair{SlipParticular::Reprinted, "reprinted"}, std::pair{SlipParticular::VisitNumber, "visitNumber"},
                                       std::pair{SlipParticular::Visitor, "visitor"}};
};

struct SlipBlock {
    SlipPart part = SlipPart::Gap;
    std::uint32_t before = 0;         ///< clear paper above it
    std::vector<std::uint32_t> sizes; ///< of the type, the largest first: the first one that fits is taken
    std::uint32_t lines = 1;          ///< that it may fill before a smaller size is tried
    std::uint32_t labels = 0;         ///< of the small words above; 0: without them
    std::uint32_t module = 0;         ///< of the QR code
    std::vector<SlipParticular> show;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("part").required(), self.part);
        visit(field("before"), self.before);
        visit(field("sizes").atMost(6), self.sizes);
        visit(field("lines"), self.lines);
        visit(field("labels"), self.labels);
        visit(field("module"), self.module);
        visit(field("show").atMost(8), self.show);
    }
    friend bool operator==(const SlipBlock&, const SlipBlock&) = default;
};

struct SlipPaperLayout {
    SlipPaper paper = SlipPaper::Roll80;
    std::vector<SlipBlock> blocks;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("paper").required(), self.paper);
        visit(field("blocks").required().atMost(40), self.blocks);
    }
    friend bool operator==(const SlipPaperLayout&, const SlipPaperLayout&) = default;
};

struct SlipLayout {
    std::uint32_t format = 1;
    QString key;
    QString name;
    QString nameEnglish;
    std::vector<SlipPaperLayout> papers;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("format").required(), self.format);
        visit(field("key").required().atMost(40), self.key);
        visit(field("name").required().atMost(40), self.name);
        visit(field("nameEnglish").atMost(40), self.nameEnglish);
        visit(field("papers").required().atMost(3), self.papers);
    }
    /// Of a paper that the layout does not know: the standard layout's.
    const std::vector<SlipBlock>& blocksFor(SlipPaper paper) const;
    friend bool operator==(const SlipLayout&, const SlipLayout&) = default;
};

/// Invalid json.*, with the field: of a size that nobody can read or no paper holds, of a slip without number or place.
Result<SlipLayout> readSlipLayout(const QByteArray& json);
/// A file of the centre's own. NotFound "store.missing" (fact path) besides.
Result<SlipLayout> readSlipLayoutFile(const QString& path);
/// Those that come with the program; the standard one first.
const std::vector<SlipLayout>& shippedSlipLayouts();
/// The standard one where no other has this key.
const SlipLayout& shippedSlipLayout(const QString& key);

} // namespace onedoor
