namespace Microsoft.Bot.Schema.Teams;

/// <summary>The value of an invoke <c>task/fetch</c> or <c>task/submit</c>.</summary>
public class TaskModuleRequest
{
    /// <summary>What the button or the card sent; JSON.</summary>
    public object Data { get; set; }

    /// <summary>Where the user is.</summary>
    public TaskModuleRequestContext Context { get; set; }
}

/// <summary>Where the user is.</summary>
public class TaskModuleRequestContext
{
    /// <summary>default, dark or contrast.</summary>
    public string Theme { get; set; }
}

/// <summary>The answer to a task module's invoke.</summary>
public class TaskModuleResponse
{
    /// <summary>An answer with nothing set, which closes the task module.</summary>
    public TaskModuleResponse() { }

    /// <summary>An answer with what comes next.</summary>
    public TaskModuleResponse(TaskModuleResponseBase task = null) => Task = task;

    /// <summary>What comes next.</summary>
    [JsonConverter(typeof(AsItIs<TaskModuleResponseBase>))]
    public TaskModuleResponseBase Task { get; set; }
}

/// <summary>What comes next in a task module.</summary>
public class TaskModuleResponseBase
{
    /// <summary>Nothing set.</summary>
    public TaskModuleResponseBase() { }

    /// <summary>Something of a type.</summary>
    public TaskModuleResponseBase(string type = null) => Type = type;

    /// <summary>message or continue.</summary>
    public string Type { get; set; }
}

/// <summary>Shows a card or page.</summary>
public class TaskModuleContinueResponse : TaskModuleResponseBase
{
    /// <summary>Nothing to show yet.</summary>
    public TaskModuleContinueResponse()
        : base("continue") { }

    /// <summary>Shows this.</summary>
    public TaskModuleContinueResponse(TaskModuleTaskInfo value = null)
        : this() => Value = value;

    /// <summary>What to show.</summary>
    public TaskModuleTaskInfo Value { get; set; }
}

/// <summary>Says something and closes.</summary>
public class TaskModuleMessageResponse : TaskModuleResponseBase
{
    /// <summary>Nothing to say yet.</summary>
    public TaskModuleMessageResponse()
        : base("message") { }

    /// <summary>Says this.</summary>
    public TaskModuleMessageResponse(string value = null)
        : this() => Value = value;

    /// <summary>What to say.</summary>
    public string Value { get; set; }
}

/// <summary>A card or page in a task module.</summary>
public class TaskModuleTaskInfo
{
    /// <summary>Nothing set.</summary>
    public TaskModuleTaskInfo() { }

    /// <summary>A card or page with the members given.</summary>
    public TaskModuleTaskInfo(string title = null, object height = null, object width = null, string url = null, Attachment card = null, string fallbackUrl = null, string completionBotId = null)
        => (Title, Height, Width, Url, Card, FallbackUrl, CompletionBotId) = (title, height, width, url, card, fallbackUrl, completionBotId);

    /// <summary>The title.</summary>
    public string Title { get; set; }

    /// <summary>Pixels, or small, medium or large.</summary>
    public object Height { get; set; }

    /// <summary>Pixels, or small, medium or large.</summary>
    public object Width { get; set; }

    /// <summary>Address of the page.</summary>
    public string Url { get; set; }

    /// <summary>The card.</summary>
    public Attachment Card { get; set; }

    /// <summary>What to open where task modules aren't known.</summary>
    public string FallbackUrl { get; set; }

    /// <summary>The bot that gets the result, if not this one.</summary>
    public string CompletionBotId { get; set; }
}
