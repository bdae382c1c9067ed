// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/founding.h"

#include "core/services/account_rules.h"
#include "core/store/store_creation.h"

namespace onedoor {

Result<NewStore> foundNewStore(const FoundingPlan& plan, const std::function<Result<void>(const RecoveryKey&)>& keep)
{
    FirstAccount administrator = plan.administrator;
    ONEDOOR_TRY(SecretVerifier::checkPassword(administrator.secret));
    ONEDOOR_ASSIGN(administrator.login, checkedLogin(administrator.login));
    ONEDOOR_ASSIGN(const std::unique_ptr<StoreCreation> creation, StoreCreation::begin(plan.paths, plan.clock.now()));

    const sqlite::Cipher cipher = sqlite::preferredCipher();
    MasterKey master = MasterKey::generate(plan.random);
    RecoveryKey recovery = RecoveryKey::generate(plan.random);
    KeySlots keySlots = KeySlots::create(RawId::make(plan.clock.now(), plan.random), cipher, plan.rehearsal);
    ONEDOOR_TRY(keySlots.addPassword(master, administrator.login, administrator.secret, plan.cost, plan.random));
    ONEDOOR_TRY(keySlots.addRecovery(master, recovery, plan.random));
    if (keep)
        ONEDOOR_TRY(keep(recovery));
    ONEDOOR_TRY(keySlots.write(plan.paths.keySlots()));

    constexpr bool keyProven = true;
    ONEDOOR_ASSIGN(std::unique_ptr<LocalGateway> gateway,
                   LocalGateway::create({plan.paths, MasterKey(master.key().copy()), cipher, plan.nodeName, plan.software, plan.clock, plan.random, keyProven},
                                        plan.centre, {administrator}, plan.rehearsal));
    ONEDOOR_TRY(creation->finish());
    return NewStore{std::move(gateway), std::move(master), std::move(recovery)};
}

} // namespace onedoor
