BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $analyst = 'arn:aws:iam::000000000000:role/analyst'
    function Read-Report([string] $Path) {
        $page = Get-Content $Path -Raw
        ($page -split '<script type="application/json" id="data">')[1].Split('</script>')[0] | ConvertFrom-Json
    }
    function New-TestLake {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'region:string' | Out-Null
        New-GlueDatabase hr | Out-Null
        New-GlueTable hr people -Column 'id:int' | Out-Null
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id
        Grant-LakePermission -Principal IAM_ALLOWED_PRINCIPALS -Permission ALL -DatabaseName hr -TableName people
    }
}

AfterAll { Disconnect-Lake }

Describe 'Export-LakeReport' {
    BeforeEach {
        New-TestLake
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).html"
    }

    It 'writes a page and says nothing, unless it is asked to' {
        Export-LakeReport $file | Should -BeNullOrEmpty
        $file | Should -Exist
        $emitted = Export-LakeReport -Path $file -PassThru
        $emitted | Should -BeOfType ([IO.FileInfo])
        $emitted.FullName | Should -Be $file
        Get-ChildItem (Split-Path $file) -Filter *.part -Force | Should -BeNullOrEmpty
    }

    It 'names everybody and everything, and its title' {
        Export-LakeReport $file -Title 'Rights <b>in May</b>'
        $data = Read-Report $file
        $data.title | Should -Be 'Rights <b>in May</b>'
        Get-Content $file -Raw | Should -Not -Match '<b>in May'
        $data.account | Should -Be '000000000000'
        $data.principals.ForEach({ $_[0] }) | Should -Contain $analyst
        $data.principals.ForEach({ $_[0] }) | Should -Contain 'IAM_ALLOWED_PRINCIPALS'
        $data.things.ForEach({ $_[1] }) | Should -Be @('the catalog', 'hr', 'hr.people', 'sales', 'sales.orders')
    }

    It 'says of one principal what reaches it, through everybody''s grants too' {
        Export-LakeReport $file -Principal role/analyst
        $data = Read-Report $file
        $data.principals.Count | Should -Be 1
        $data.principals[0][0] | Should -Be $analyst
        $reached = $data.entries.ForEach({ $data.things[$_[1]][1] })
        $reached | Should -Contain 'sales.orders'
        $reached | Should -Contain 'hr.people'
    }

    It 'is cut to databases, by name, wildcard and pipeline' {
        Export-LakeReport $file -DatabaseName s*
        (Read-Report $file).things.ForEach({ $_[1] }) | Should -Be @('sales', 'sales.orders')
        (Read-Report $file).grants | Should -Be 1
        Get-GlueDatabase hr | Export-LakeReport $file
        (Read-Report $file).things.ForEach({ $_[1] }) | Should -Be @('hr', 'hr.people')
        Get-GlueDatabase | Export-LakeReport $file
        (Read-Report $file).things.ForEach({ $_[1] }) | Should -Be @('hr', 'hr.people', 'sales', 'sales.orders')
    }

    It 'takes wildcards of principals: <_>' -ForEach '*analyst', 'role/anal*' {
        Export-LakeReport $file -Principal $_
        (Read-Report $file).principals[0][0] | Should -Be $analyst
    }

    It 'writes nothing with -WhatIf' {
        Export-LakeReport $file -WhatIf
        $file | Should -Not -Exist
    }

    It 'leaves a file alone with -NoClobber, and replaces it without' {
        Set-Content $file 'mine'
        { Export-LakeReport $file -NoClobber -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FileExists,LakeTools.Cmdlets.Reports.ExportLakeReportCommand'
        Get-Content $file | Should -Be 'mine'
        Export-LakeReport $file
        (Read-Report $file).account | Should -Be '000000000000'
    }

    It 'leaves what was there where something fails' {
        Set-Content $file 'mine'
        { Export-LakeReport $file -DatabaseName none -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DatabaseNotFound,LakeTools.Cmdlets.Reports.ExportLakeReportCommand'
        Get-Content $file | Should -Be 'mine'
        Get-ChildItem (Split-Path $file) -Filter *.part -Force | Should -BeNullOrEmpty
    }

    It 'says what is wrong before it reads anything' {
        { Export-LakeReport (Join-Path $TestDrive 'none/r.html') -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FileError,*'
        { Export-LakeReport $TestDrive -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FileError,*'
        { Export-LakeReport $file -Principal nobody -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidPrincipal,*'
        { Export-LakeReport $file -Principal x* -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.NothingToReport,*'
        { Export-LakeReport $file -DatabaseName x* -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.NothingToReport,*'
        $file | Should -Not -Exist
    }

    It 'shows what is granted in catalogs beside the account''s own, and on what other accounts share' {
        $lake = (Get-LakeConnection).LocalPath
        $other = Connect-Lake -Local $lake -AccountId 222222222222 -NoDefault
        New-GlueDatabase sales -Connection $other | Out-Null
        Grant-LakePermission -Principal '000000000000' -Permission DESCRIBE -GrantablePermission DESCRIBE -DatabaseName sales -Connection $other
        Get-LakeShareInvitation Pending | Approve-LakeShareInvitation
        Grant-LakePermission -Principal role/guest -Permission DESCRIBE -DatabaseName sales -CatalogId 222222222222
        $null = New-LakeCatalog s3tablescatalog -FederatedIdentifier arn:aws:s3tables:us-east-1:000000000000:bucket/* -ConnectionName aws:s3tables
        $nested = '000000000000:s3tablescatalog/shop'
        Grant-LakePermission -Principal role/super -Permission SUPER_USER -Catalog -CatalogId $nested
        Grant-LakePermission -Principal role/guest -Permission SELECT -DatabaseName sales -TableName orders -CatalogId $nested
        Export-LakeReport $file
        $data = Read-Report $file
        $names = $data.things.ForEach({ $_[1] })
        $names | Should -Contain $nested
        $names | Should -Contain "table sales.orders in catalog $nested"
        $names | Should -Contain 'sales of account 222222222222'
        function Get-Right([string] $Principal, [string] $Thing) {
            $p = $data.principals.ForEach({ $_[0] }).IndexOf("arn:aws:iam::000000000000:role/$Principal")
            $t = @($names).IndexOf($Thing)
            $mask = $data.entries.Where({ $_[0] -eq $p -and $_[1] -eq $t }).ForEach({ $_[2] })
            if (-not $mask) { return }
            for ($bit = 0; $bit -lt $data.permissions.Count; $bit++) { if ($mask[0] -band (1 -shl $bit)) { $data.permissions[$bit] } }
        }
        Get-Right guest "table sales.orders in catalog $nested" | Should -Be SELECT, DESCRIBE
        Get-Right super "table sales.orders in catalog $nested" | Should -Contain DROP
        Get-Right guest 'sales of account 222222222222' | Should -Be DESCRIBE
        Get-Right super 'sales.orders' | Should -BeNullOrEmpty
        Get-Right guest 'sales.orders' | Should -BeNullOrEmpty
    }

    It 'takes a path of PowerShell''s current location' {
        Push-Location $TestDrive
        try { (Export-LakeReport ./here.html -PassThru).FullName | Should -Be (Join-Path $TestDrive 'here.html') } finally { Pop-Location }
    }

    It 'says where the reader could not look' {
        $reader = Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/analyst -PassThru -NoDefault
        Export-LakeReport $file -Connection $reader
        $data = Read-Report $file
        $data.notes.Count | Should -BeGreaterThan 0
        $data.readBy | Should -Be $analyst
    }

    It 'tells who gained and who lost what since an earlier report' {
        Export-LakeReport $file
        Revoke-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id
        Grant-LakePermission -Principal role/editor -Permission INSERT -DatabaseName sales -TableName orders
        Export-LakeReport $file -Since $file
        $data = Read-Report $file
        $data.since[0] | Should -Not -BeNullOrEmpty
        $of = @{}
        foreach ($entry in $data.entries.Where({ $data.things[$_[1]][1] -eq 'sales.orders' })) { $of[$data.principals[$entry[0]][0]] = $entry }
        $bit = { param($name) 1 -shl $data.permissions.IndexOf($name) }
        $of[$analyst][9][1] -band (& $bit SELECT) | Should -Not -Be 0
        $of[$analyst][2] | Should -Be 0
        $of['arn:aws:iam::000000000000:role/editor'][9][0] -band (& $bit INSERT) | Should -Not -Be 0
    }

    It 'refuses to compare with what is about something else, before it reads' {
        Export-LakeReport $file -DatabaseName sales
        { Export-LakeReport $file -Since $file -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ReportOfAnotherScope,*'
        (Read-Report $file).scope | Should -Be 'databases sales'
        { Export-LakeReport $file -Since "$file.none" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FileError,*'
        $text = Join-Path $TestDrive 'text.html'
        Set-Content $text 'no report'
        { Export-LakeReport $file -Since $text -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ReportUnreadable,*'
    }

    It 'compares with what a publish of a definition left' {
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        $definition = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).yaml"
        $text = "lake: 1`nname: shop`nowns: [ { database: shop } ]`ndatabases: { shop: { tables: { orders: { columns: { id: int, region: string } } } } }`n"
        Set-Content $definition ($text + 'grants: [ { to: role/analyst, on: { database: shop, table: orders }, allow: [SELECT] } ]')
        Publish-LakeDefinition $definition -JournalPath $folder | Out-Null
        Grant-LakePermission -Principal role/guest -Permission DESCRIBE -DatabaseName shop -TableName orders
        Revoke-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName shop -TableName orders
        # The definition does not own it.
        Grant-LakePermission -Principal role/guest -Permission SELECT -DatabaseName sales -TableName orders

        Get-LakeDefinitionHistory shop -JournalPath $folder | ForEach-Object { Export-LakeReport $file -Since $_ -JournalPath $folder }
        $report = Read-Report $file
        $report.since[1] | Should -BeExactly 'version 1 of the definition shop'
        $names = $report.principals | ForEach-Object { $_[0] }
        $orders = 0..($report.things.Count - 1) | Where-Object { $report.things[$_][1] -eq 'shop.orders' }
        $gained = $report.entries | Where-Object { $_[4] -band 32 }
        $lost = $report.entries | Where-Object { $_[4] -band 64 }
        $gained | ForEach-Object { $names[$_[0]] -replace '.*:' } | Select-Object -Unique | Should -BeExactly 'role/guest'
        $gained | ForEach-Object { $_[1] } | Should -Contain $orders
        $lost | ForEach-Object { $names[$_[0]] -replace '.*:' } | Select-Object -Unique | Should -BeExactly 'role/analyst'

        { Export-LakeReport $file -Since 'shop 9' -JournalPath $folder -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.DefinitionVersionNotFound,*'
        { Export-LakeReport $file -Since 'shop 1' -JournalPath (Join-Path $folder none) -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.DefinitionVersionNotFound,*'
    }

    It 'tells who granted and when' {
        Export-LakeReport $file
        $data = Read-Report $file
        $entry = $data.entries.Where({ $data.things[$_[1]][1] -eq 'sales.orders' -and $data.principals[$_[0]][0] -eq $analyst })[0]
        $listed = $data.listed[$entry[8][0]]
        $listed[0] | Should -BeLike 'SELECT on*'
        $permission = Get-LakePermission -DatabaseName sales -TableName orders -Principal role/analyst | Where-Object Permission -Contains SELECT
        $listed[1] | Should -Be $permission.LastUpdated.ToString('yyyy-MM-dd HH:mm zzz')
        $listed[2] | Should -Be $permission.LastUpdatedBy
    }
}
