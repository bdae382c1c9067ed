// SPDX-License-Identifier: GPL-3.0-or-later
// People who come to the centre. Record and subject: the person. Fields after the visit registration form (来访登记表); everything
// that says something about the person is sealed under the person's own key.
#pragma once

#include "core/base/fields.h"
#include "core/base/identity.h"
#include "core/domain/ids.h"

#include <QDate>

namespace onedoor {

template <>
struct EnumWords<Sex> {
    static constexpr std::array values{std::pair{Sex::Unknown, "unknown"}, std::pair{Sex::Male, "male"}, std::pair{Sex::Female, "female"}};
};
template <>
struct EnumWords<DocumentKind> {
    static constexpr std::array values{std::pair{DocumentKind::None, "none"},
                                       std::pair{DocumentKind::ResidentId, "residentId"},
                                       std::pair{DocumentKind::HongKongMacaoResidencePermit, "hongKongMacaoResidencePermit"},
                                       std::pair{DocumentKind::TaiwanResidencePermit, "taiwanResidencePermit"},
                                       std::pair{DocumentKind::ForeignPermanentResident, "foreignPermanentResident"},
                                       std::pair{DocumentKind::Passport, "passport"}};
};

struct PersonRegistered {
    static constexpr const char* type = "person.registered";
    static constexpr std::uint32_t version = 1;
    QString name;
    DocumentKind documentKind = DocumentKind::None;
    QString documentNumber;
    Sex sex = Sex::Unknown;
    QDate birth;
    QString ethnicGroup;
    QString phone;
    QString address;
    QString regionCode; ///< nine or twelve digits of the sub-district or community
    QString workUnit;
    QString occupation;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(personal("name").required().atMost(100), self.name);
        visit(personal("documentKind"), self.documentKind);
        visit(personal("documentNumber").atMost(40), self.documentNumber);
        visit(personal("sex"), self.sex);
        visit(personal("birth"), self.birth);
        visit(personal("ethnicGroup").atMost(40), self.ethnicGroup);
        visit(personal("phone").atMost(40), self.phone);
        visit(personal("address"), self.address);
        visit(personal("regionCode").atMost(12), self.regionCode);
        visit(personal("workUnit"), self.workUnit);
        visit(personal("occupation").atMost(60), self.occupation);
    }
};

/// Only the fields that are present change; an empty text clears.
struct PersonCorrected {
    static constexpr const char* type = "person.corrected";
    static constexpr std::uint32_t version = 1;
    std::optional<QString> name;
    std::optional<DocumentKind> documentKind;
    std::optional<QString> documentNumber;
    std::optional<Sex> sex;
    std::optional<QDate> birth;
    std::optional<QString> ethnicGroup;
    std::optional<QString> phone;
    std::optional<QString> address;
    std::optional<QString> regionCode;
    std::optional<QString> workUnit;
    std::optional<QString> occupation;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(personal("name").atMost(100), self.name);
        visit(personal("documentKind"), self.documentKind);
        visit(personal("documentNumber").atMost(40), self.documentNumber);
        visit(personal("sex"), self.sex);
        visit(personal("birth"), self.birth);
        visit(personal("ethnicGroup").atMost(40), self.ethnicGroup);
        visit(personal("phone").atMost(40), self.phone);
        visit(personal("address"), self.address);
        visit(personal("regionCode").atMost(12), self.regionCode);
        visit(personal("workUnit"), self.workUnit);
        visit(personal("occupation").atMost(60), self.occupation);
    }
};

} // namespace onedoor
