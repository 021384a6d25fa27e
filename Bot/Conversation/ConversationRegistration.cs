namespace CoordinatorBot.Conversation;

/// <summary>Registers the conversation and lets features join it.</summary>
public static class ConversationRegistration
{
    /// <summary>What every conversation needs.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.AddSingleton<CommandTable>();
        services.AddSingleton<VerbTable>();
        services.AddSingleton<Dialogues>();
        services.AddSingleton<DialogueRequests>();
        services.AddSingleton<IDialogue>(s => s.GetRequiredService<DialogueRequests>());
        services.AddSingleton<Conversations>();
        return services.AddTalking<HelpFeature>();
    }

    /// <summary>A feature that takes part in conversations, under each of the roles it implements.</summary>
    public static IServiceCollection AddTalking<TFeature>(this IServiceCollection services) where TFeature : class
    {
        services.AddSingleton<TFeature>();
        foreach (var role in new[] { typeof(IChatFeature), typeof(ICardFeature), typeof(IDialogueFeature), typeof(ITakesFiles), typeof(IKnowsNext) })
            if (role.IsAssignableFrom(typeof(TFeature)))
                services.AddSingleton(role, s => s.GetRequiredService<TFeature>());
        return services;
    }
}
