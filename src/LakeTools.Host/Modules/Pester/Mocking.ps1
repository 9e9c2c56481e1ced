# A mock is a function of the command's name and parameters, in the test's scope or in a module's, that looks for the behaviour to use.

function Get-ScriptModule([string] $Name) {
    $module = @(Get-Module $Name -All | Where-Object { $_.ModuleType -in 'Script', 'Manifest' })
    if (!$module) { throw "No modules named '$Name' are currently loaded as a script or manifest module." }
    $module[0]
}

function InModuleScope {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $ModuleName,
        [Parameter(Mandatory, Position = 1)] [scriptblock] $ScriptBlock,
        [hashtable] $Parameters = @{},
        [object[]] $ArgumentList = @()
    )
    $bound = (Get-ScriptModule $ModuleName).NewBoundScriptBlock([scriptblock]::Create($ScriptBlock.ToString()))
    & $bound @Parameters @ArgumentList
}

function Mock {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $CommandName,
        [Parameter(Position = 1)] [scriptblock] $MockWith = {},
        [scriptblock] $ParameterFilter,
        [string] $ModuleName,
        [switch] $Verifiable,
        [string[]] $RemoveParameterType,
        [string[]] $RemoveParameterValidation
    )
    $module = if ($ModuleName) { Get-ScriptModule $ModuleName }
    $command = Find-MockedCommand $CommandName $module
    $mock = [LakeTools.Host.Pester.MockBehavior]::new($command.Name, $ModuleName, $MockWith, $ParameterFilter, $Verifiable)
    if (!($script:Run.Mocks | Where-Object { $_.Replaces($command.Name, $ModuleName) })) { Install-Mock $mock $command $module }
    $script:Run.Mocks.Add($mock)
}

function Find-MockedCommand([string] $Name, $Module) {
    $found = if ($Module) { & $Module { param($n) Get-Command $n -ErrorAction Ignore } $Name } else { & $script:Run.Bound.NewScope { Get-Command $Name -ErrorAction Ignore } }
    $command = @($found)[0]
    if ($command -is [System.Management.Automation.AliasInfo]) { $command = $command.ResolvedCommand }
    if (!$command) { throw [System.Management.Automation.CommandNotFoundException]::new("Could not find Command $Name") }
    $command
}

function Install-Mock($Mock, $Command, $Module) {
    $metadata = [System.Management.Automation.CommandMetadata]::new($Command)
    foreach ($name in 'Confirm', 'WhatIf') { $null = $metadata.Parameters.Remove($name) }
    $attribute = [System.Management.Automation.ProxyCommand]::GetCmdletBindingAttribute($metadata)
    $parameters = [System.Management.Automation.ProxyCommand]::GetParamBlock($metadata)
    $body = [scriptblock]::Create("$attribute`nparam($parameters)`nprocess { & `$global:___PesterMock '$($Mock.Name)' '$($Mock.ModuleName)' `$PSBoundParameters }")
    if ($Module) {
        & $Module { param($n, $b) $null = $ExecutionContext.InvokeProvider.Item.Set("function:script:$n", $b) } $Mock.Name $body
        $Mock.IsInstalledInModule = $true
    }
    else { . $script:Run.Bound.SetFunction $Mock.Name $body }
}

# Mocks end with the block or test that made them. Those outside modules end with their scope.
function Restore-Mock([int] $Count) {
    $mocks = $script:Run.Mocks
    while ($mocks.Count -gt $Count) {
        $mock = $mocks[$mocks.Count - 1]
        $mocks.RemoveAt($mocks.Count - 1)
        # A module that the test removed took its mocks with it.
        if ($mock.IsInstalledInModule -and (Get-Module $mock.ModuleName)) { & (Get-ScriptModule $mock.ModuleName) { param($n) $ExecutionContext.InvokeProvider.Item.Remove("function:$n", $false) } $mock.Name }
    }
}

$global:___PesterMock = {
    param([string] $Name, [string] $ModuleName, $Bound)
    $variables = [System.Collections.Generic.List[psvariable]]::new()
    foreach ($key in $Bound.Keys) { $variables.Add([psvariable]::new($key, $Bound[$key])) }
    $variables.Add([psvariable]::new('PesterBoundParameters', $Bound))
    $script:Run.Calls.Add([LakeTools.Host.Pester.MockCall]::new($Name, $ModuleName, $variables, $script:Run.Test, $script:Run.Stack.ToArray()))

    # The last that fits and has a filter wins, else the last without one.
    $chosen = $null
    for ($i = $script:Run.Mocks.Count - 1; $i -ge 0; $i--) {
        $mock = $script:Run.Mocks[$i]
        if (!$mock.Replaces($Name, $ModuleName)) { continue }
        if (!$mock.Filter) { if (!$chosen) { $chosen = $mock } }
        elseif ($mock.Filter.InvokeWithContext($null, $variables) | Where-Object { $_ }) { $chosen = $mock; break }
    }
    if ($chosen) {
        $chosen.Hits++
        try { $chosen.Body.InvokeWithContext($null, $variables) }
        catch [System.Management.Automation.MethodInvocationException] { throw $_.Exception.InnerException }
        return
    }
    $real = @(Get-Command $Name -All | Where-Object { $_.CommandType -eq 'Cmdlet' })[0]
    & $real @Bound
}

function Get-MockCallCount {
    param([string] $Name, [string] $ModuleName, [scriptblock] $ParameterFilter, [string] $Scope)
    if (!$Scope) { $Scope = if ($script:Run.Test) { 'It' } else { 'Context' } }
    $calls = @($script:Run.Calls | Where-Object { $_.Name -eq $Name -and (!$ModuleName -or $_.ModuleName -eq $ModuleName) })
    $number = 0
    if ($Scope -eq 'It' -or $Scope -eq '0') { $calls = @($calls | Where-Object { [object]::ReferenceEquals($_.Test, $script:Run.Test) }) }
    else {
        $stack = $script:Run.Stack.ToArray()
        $block = if ([int]::TryParse($Scope, [ref] $number)) { $stack[$number - 1] } else { @($stack | Where-Object Kind -eq $Scope)[0] }
        if (!$block) { $block = $stack[0] }
        $calls = @($calls | Where-Object { $_.Stack -contains $block })
    }
    if ($ParameterFilter) { $calls = @($calls | Where-Object { $ParameterFilter.InvokeWithContext($null, $_.Variables) | Where-Object { $_ } }) }
    $calls.Count
}

function Get-UnusedVerifiableMock { $script:Run.Mocks | Where-Object { $_.Verifiable -and !$_.Hits } | ForEach-Object Name }
