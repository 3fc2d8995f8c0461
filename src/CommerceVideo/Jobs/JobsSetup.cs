using Npgsql;
using Quartz;

namespace CommerceVideo.Jobs;

internal static class JobsSetup
{
    /// <summary>What every role needs: putting work beside a change.</summary>
    public static IServiceCollection AddWorkQueue(this IServiceCollection services) =>
        services.AddSingleton<WorkQueue>();

    /// <summary>What the worker role needs: the pump, the runner and Quartz on the same PostgreSQL.</summary>
    public static IHostApplicationBuilder AddWorker(this IHostApplicationBuilder builder, string connection)
    {
        var services = builder.Services;
        services
            .AddOptions<JobOptions>()
            .BindConfiguration(JobOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        var options = builder.Configuration.GetSection(JobOptions.Section).Get<JobOptions>() ?? new JobOptions();
        services.AddSingleton<WorkTable>().AddSingleton<WorkRunner>();
        services.AddSingleton<Waker>().AddHostedService(static provider => provider.GetRequiredService<Waker>());
        services.AddHostedService<WorkPump>();
        builder.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "commerce-video";
                scheduler.InstanceId = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
                scheduler.IdleWaitTime = TimeSpan.FromSeconds(1);
            });
            quartz.UseDefaultThreadPool(options.Heavy + options.Light);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, connection);
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = TimeSpan.FromSeconds(2);
                    cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(4);
                });
                store.ConfigureStore(job => job.AcceptEnlistedTransactions = true);
            });
        });
        builder.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return builder;
    }

    public static IServiceCollection AddWorkStep<TStep>(this IServiceCollection services, string kind)
        where TStep : class, IWorkStep => services.AddKeyedScoped<IWorkStep, TStep>(kind);
}
