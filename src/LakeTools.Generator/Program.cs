using LakeTools.Generator.Aws;
using LakeTools.Generator.Errors;

// LakeTools.Generator <kind> <arguments of the kind>
try
{
    return args switch
    {
        ["aws", .. var rest] => AwsCommand.Run(rest),
        ["errors", .. var rest] => ErrorsCommand.Run(rest),
        _ => Usage(),
    };
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine(AwsCommand.Usage);
    Console.Error.WriteLine(ErrorsCommand.Usage);
    return 2;
}
