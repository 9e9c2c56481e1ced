namespace LakeTools.Local.Wire;

/// <summary>The form of a service's pages: the names of its members, and the error for a token that it has not written.</summary>
/// <param name="Limit">The member that says how many items a page has.</param>
/// <param name="Token">The member that says where to go on.</param>
/// <param name="Error">The error of a token that is not of the list.</param>
/// <param name="Message">Its text.</param>
internal sealed record PageForm(string Limit, string Token, string Error, string Message)
{
    /// <summary>Glue and Lake Formation.</summary>
    public static PageForm Glue { get; } = new("MaxResults", "NextToken", "InvalidInputException", "The NextToken value is invalid.");

    /// <summary>Secrets Manager.</summary>
    public static PageForm Secrets { get; } =
        new("MaxResults", "NextToken", "InvalidNextTokenException", "The specified NextToken value is invalid.");

    /// <summary>CloudWatch Logs.</summary>
    public static PageForm Logs { get; } = new("limit", "nextToken", "InvalidParameterException", "The specified nextToken is invalid.");

    /// <summary>IAM. Its answer to a marker that it has not written is undocumented; ValidationError is one of its common errors.</summary>
    public static PageForm Iam { get; } = new("MaxItems", "Marker", "ValidationError", "The Marker value is invalid.");

    /// <summary>Athena.</summary>
    public static PageForm Athena { get; } = new("MaxResults", "NextToken", "InvalidRequestException", "The NextToken value is invalid.");

    /// <summary>RAM.</summary>
    public static PageForm Ram { get; } = new("maxResults", "nextToken", "InvalidNextTokenException", "The nextToken value is invalid.");

    /// <summary>CloudTrail.</summary>
    public static PageForm CloudTrail { get; } =
        new("MaxResults", "NextToken", "InvalidNextTokenException", "The NextToken value is invalid.");

    /// <summary>EC2.</summary>
    public static PageForm Ec2 { get; } = new("MaxResults", "NextToken", "InvalidNextToken", "The token is invalid.");
}
