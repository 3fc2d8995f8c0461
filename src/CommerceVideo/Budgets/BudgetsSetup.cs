using CommerceVideo.Platform;

namespace CommerceVideo.Budgets;

internal static class BudgetsSetup
{
    public static IServiceCollection AddBudgets(this IServiceCollection services)
    {
        services.AddSettings<BudgetOptions>(BudgetOptions.Section);
        return services.AddSingleton<Ledger>().AddSingleton<CapRoom>();
    }
}
