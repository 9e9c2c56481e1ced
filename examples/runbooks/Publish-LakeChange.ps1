#Requires -Version 7.4
<#
.SYNOPSIS
Plans a definition on a pull request, and publishes the plan that was reviewed on merge.
.DESCRIPTION
On a pull request: -Plan checks the definition, compares it with the lake, keeps the plan in a folder, and writes it as Markdown for the
pull request and as HTML. On merge: -Publish publishes the plan of that folder exactly as it was kept. A plan whose lake has changed since
is refused, and the job fails: plan and review again.
The connection is the default one of the runner, or that of Connect-Lake.
#>
[CmdletBinding(DefaultParameterSetName = 'Plan')]
param(
    [Parameter(Mandatory, ParameterSetName = 'Plan')] [string] $Plan,
    [Parameter(Mandatory, ParameterSetName = 'Publish')] [switch] $Publish,
    # Where the plan is kept between the two, such as an artifact of the pull request.
    [Parameter(Mandatory)] [string] $Folder,
    [hashtable] $Parameter = @{},
    # What may go, by the team's own rules; without it a plan that loses things is refused.
    [Parameter(ParameterSetName = 'Publish')] [string[]] $AllowRemove = @(),
    # A runner forgets its folders.
    [Parameter(ParameterSetName = 'Publish')] [string] $JournalPath
)
$ErrorActionPreference = 'Stop'
$file = Join-Path $Folder plan.json
if ($Publish) {
    $more = @{}
    if ($AllowRemove) { $more.AllowRemove = $AllowRemove }
    if ($JournalPath) { $more.JournalPath = $JournalPath }
    $done = Publish-LakeDefinition -PlanPath $file -Confirm:$false @more
    if ($done.Status -notin 'Done', 'Unchanged') { throw "$($done.Name): $($done.Status)" }
    return $done
}

if (-not (Test-LakeDefinition $Plan -Parameter $Parameter -Quiet)) {
    $findings = Test-LakeDefinition $Plan -Parameter $Parameter
    $findings | ForEach-Object { Write-Warning "$_" }
    if ($findings | Where-Object Severity -EQ Error) { throw "$Plan has faults." }
}
$null = New-Item -ItemType Directory $Folder -Force
$made = Compare-LakeDefinition $Plan -Parameter $Parameter
$made | Export-LakePlan $file
$made | Format-LakePlan -As Markdown | Set-Content (Join-Path $Folder plan.md)
$made | Format-LakePlan -As Html | Set-Content (Join-Path $Folder plan.html)
$made
